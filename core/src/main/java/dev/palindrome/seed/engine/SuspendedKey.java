package dev.palindrome.seed.engine;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;

/**
 * A foreign key that is not checked for a while.
 *
 * @param table that has it
 * @param key the key
 */
public record SuspendedKey(Table table, ForeignKey key) {

    /** The constraint's name, even if the server made it up. */
    public String name() {
        SchemaObject object = key.object();
        return object.name().isEmpty() ? object.systemName().orElseThrow() : object.simpleName();
    }

    public boolean isTrusted() {
        return !key.object().is(Property.NOT_TRUSTED);
    }
}
