package dev.palindrome.h2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.engine.Database;
import org.h2.mvstore.Page;
import org.h2.schema.Schema;
import org.h2.table.Table;

/** The global temporary tables of a database: everybody sees them, but H2's catalogue does not hold them. */
final class H2TemporaryTables {

    private final Database engine;

    /** Each table and its name, for a dropped table has none. */
    private final Map<Table, String> names;

    private Page<String, String> seen;

    H2TemporaryTables(Database engine) {
        this.engine = engine;
        this.seen = trees();
        this.names = names();
    }

    /** H2's list of its trees is a tree itself. No table comes without a tree, temporary or not. */
    private Page<String, String> trees() {
        return engine.getStore().getMvStore().getMetaMap().getRootPage();
    }

    private Map<Table, String> names() {
        Map<Table, String> names = new LinkedHashMap<>();
        for (Schema schema : engine.getAllSchemasNoMeta()) {
            for (Table table : schema.getAllTablesAndViews(null)) {
                if (table.isTemporary()) {
                    names.put(table, schema.getName() + "." + table.getName());
                }
            }
        }
        return names;
    }

    /** In words; empty if these are the same tables. */
    List<String> changes() {
        Page<String, String> now = trees();
        return names.isEmpty() && now == seen ? List.of() : changesUntil(now);
    }

    private List<String> changesUntil(Page<String, String> now) {
        Map<Table, String> present = names();
        List<String> changes = new ArrayList<>();
        if (present.equals(names)) {
            seen = now;
        } else {
            names.forEach((table, name) -> say(changes, "dropped", !present.containsKey(table), name));
            present.forEach((table, name) -> say(changes, "added", !names.containsKey(table), name));
        }
        return changes;
    }

    private static void say(List<String> changes, String what, boolean is, String name) {
        if (is) {
            changes.add(what + " temporary table " + name);
        }
    }
}
