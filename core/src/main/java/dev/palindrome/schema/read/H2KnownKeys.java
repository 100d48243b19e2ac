package dev.palindrome.schema.read;

import dev.palindrome.sql.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of keys met so far, by the names of their constraints. H2 finds the owner of a constraint only by going
 * through all of them; a key that a foreign key points to has nearly always been met before.
 */
final class H2KnownKeys {

    /** The columns of one constraint by position, and the positions that they have in the key they point to. */
    record Key(TableName table, Map<Integer, String> columns, Map<Integer, Integer> referenced) {}

    private final Map<TableName, Key> keys = new HashMap<>();

    void remember(Map<TableName, Key> read) {
        keys.putAll(read);
    }

    Optional<Key> find(TableName constraint) {
        return Optional.ofNullable(keys.get(constraint));
    }
}
