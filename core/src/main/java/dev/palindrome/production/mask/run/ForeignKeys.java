package dev.palindrome.production.mask.run;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.List;

/** Foreign keys whose columns change, on either side: both sides change alike, one after the other. */
final class ForeignKeys {

    private ForeignKeys() {}

    /**
     * One that rows are held to.
     *
     * @param table that refers to another
     * @param key with its name, even if the server made it up
     */
    record Key(Table table, ForeignKey key) {

        String name() {
            SchemaObject object = key.object();
            return BracketedName.of(
                    object.name().isEmpty() ? object.systemName().orElseThrow() : object.simpleName());
        }

        boolean isTrusted() {
            return !key.object().is(Property.NOT_TRUSTED);
        }
    }

    /** Those that are enabled, of all tables. */
    static List<Key> touchedBy(List<Target> targets, SchemaSnapshot schema) {
        List<Key> touched = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean changes = changes(targets, table.schema(), table.name(), key.columns())
                        || changes(targets, key.referencedSchema(), key.referencedTable(), key.referencedColumns());
                if (key.isEnabled() && changes) {
                    touched.add(new Key(table, key));
                }
            }
        }
        return touched;
    }

    private static boolean changes(List<Target> targets, String schema, String table, List<String> columns) {
        return targets.stream()
                .filter(target -> target.table().schema().equalsIgnoreCase(schema)
                        && target.table().name().equalsIgnoreCase(table))
                .flatMap(target -> target.columns().stream())
                .anyMatch(column -> columns.stream().anyMatch(column.name()::equalsIgnoreCase));
    }
}
