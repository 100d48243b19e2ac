package dev.palindrome.h2.catalogue;

import dev.palindrome.h2.tree.TreeSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.engine.Database;
import org.h2.table.Table;

/** The global temporary tables of a database: everybody sees them, but H2's catalogue does not hold them. */
public final class TemporaryTables {

    private final Database engine;

    /** Each table and its name, for a dropped table has none. */
    private final Map<Table, String> names;

    private TreeSnapshot<String, String> seen;

    public TemporaryTables(Database engine) {
        this.engine = engine;
        this.seen = TreeSnapshot.ofTreeList(engine);
        this.names = names();
    }

    private Map<Table, String> names() {
        Map<Table, String> names = new LinkedHashMap<>();
        for (Table table : new Catalogue(engine).tables()) {
            if (table.isTemporary()) {
                names.put(table, Catalogue.name(table));
            }
        }
        return names;
    }

    /** In words; empty if these are the same tables. */
    public List<String> changes() {
        return names.isEmpty() && seen.isUntouched() ? List.of() : changesUntil(seen.now());
    }

    private List<String> changesUntil(TreeSnapshot<String, String> now) {
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
