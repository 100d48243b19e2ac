package dev.palindrome.reset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.engine.Database;
import org.h2.schema.Schema;
import org.h2.table.Table;

/**
 * The global temporary tables of a database: everybody sees them, but H2's catalogue does not hold them.
 *
 * @param names each table and its name, for a dropped table has none
 */
record H2TemporaryTables(Map<Table, String> names) {

    static H2TemporaryTables of(Database engine) {
        Map<Table, String> names = new LinkedHashMap<>();
        for (Schema schema : engine.getAllSchemasNoMeta()) {
            for (Table table : schema.getAllTablesAndViews(null)) {
                if (table.isTemporary()) {
                    names.put(table, schema.getName() + "." + table.getName());
                }
            }
        }
        return new H2TemporaryTables(names);
    }

    /** In words; empty if these are the same tables. */
    List<String> changesTo(H2TemporaryTables now) {
        if (names.equals(now.names)) {
            return List.of();
        }
        List<String> changes = new ArrayList<>();
        names.forEach((table, name) -> say(changes, "dropped", !now.names.containsKey(table), name));
        now.names.forEach((table, name) -> say(changes, "added", !names.containsKey(table), name));
        return changes;
    }

    private static void say(List<String> changes, String what, boolean is, String name) {
        if (is) {
            changes.add(what + " temporary table " + name);
        }
    }
}
