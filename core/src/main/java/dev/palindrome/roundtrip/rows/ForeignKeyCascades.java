package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tables a change of rows is carried on to by foreign keys that cascade. Remembers each table's keys for as long as
 * the table is the same object, which in the snapshots of one watch is until it changes.
 */
public final class ForeignKeyCascades {

    private final Map<SchemaObject, Set<String>> parents = new IdentityHashMap<>();

    /** Adds to the touched tables all those that their changes reach. */
    void follow(List<Table> all, Set<Table> touched) {
        Set<String> names = touched.stream().map(ForeignKeyCascades::key).collect(Collectors.toSet());
        for (boolean grown = true; grown; ) {
            grown = false;
            for (Table table : all) {
                Set<String> above = parents(table);
                if (!above.isEmpty()
                        && !names.contains(key(table))
                        && above.stream().anyMatch(names::contains)) {
                    names.add(key(table));
                    touched.add(table);
                    grown = true;
                }
            }
        }
    }

    private Set<String> parents(Table table) {
        return parents.computeIfAbsent(
                table.object(),
                object -> table.foreignKeys().stream()
                        .filter(ForeignKeyCascades::changesRows)
                        .map(key -> key(key.referencedSchema(), key.referencedTable()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean changesRows(ForeignKey key) {
        return key.object().get(Property.ON_DELETE).isPresent()
                || key.object().get(Property.ON_UPDATE).isPresent();
    }

    private static String key(Table table) {
        return key(table.schema(), table.name());
    }

    private static String key(String schema, String table) {
        return (schema + "." + table).toLowerCase(Locale.ROOT);
    }
}
