package dev.palindrome.h2.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.table.Table;

/**
 * How a table differs from what it was.
 *
 * @param name its schema and name
 * @param table where to put things back
 * @param rows that go and come
 * @param identityMoved whether an identity stands elsewhere now
 * @param keysSwitched whether its foreign keys were switched on or off
 */
record TableDifference(String name, Table table, RowDifference rows, boolean identityMoved, boolean keysSwitched) {

    boolean isEmpty() {
        return rows.isEmpty() && !identityMoved && !keysSwitched;
    }

    void remove(SessionLocal session) {
        rows.remove(session, table);
    }

    void add(SessionLocal session) {
        rows.add(session, table);
    }

    /** Such as {@code dbo.users: 2 rows added, identity moved}. */
    String describe() {
        List<String> parts = new ArrayList<>();
        if (!rows.isEmpty()) {
            parts.add(rows.describe());
        }
        if (identityMoved) {
            parts.add("identity moved");
        }
        if (keysSwitched) {
            parts.add("foreign keys switched on or off");
        }
        return name + ": " + String.join(", ", parts);
    }
}
