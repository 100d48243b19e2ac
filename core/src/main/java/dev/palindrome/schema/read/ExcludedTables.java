package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.NameRule;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables that no snapshot shall hold. */
public record ExcludedTables(Set<String> keys) {

    public static ExcludedTables nothing() {
        return new ExcludedTables(Set.of());
    }

    ExcludedTables and(Collection<TableName> tables) {
        Set<String> more = new HashSet<>(keys);
        tables.forEach(table -> more.add(key(table.parts())));
        return new ExcludedTables(Set.copyOf(more));
    }

    boolean has(SchemaObject object) {
        return object.kind() == ObjectKind.TABLE && keys.contains(key(object.name()));
    }

    /** Nobody tells two history tables by upper and lower case. */
    private static String key(List<String> name) {
        return NameRule.IGNORING_CASE.key(BracketedName.of(name));
    }
}
