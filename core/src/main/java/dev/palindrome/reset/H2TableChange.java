package dev.palindrome.reset;

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
 * @param identities where they stood
 * @param identityMoved whether one stands elsewhere now
 */
record H2TableChange(String name, Table table, H2RowChanges rows, List<H2Counter> identities, boolean identityMoved) {

    boolean isEmpty() {
        return rows.isEmpty() && !identityMoved;
    }

    void remove(SessionLocal session) {
        rows.remove(session, table);
    }

    void add(SessionLocal session) {
        rows.add(session, table);
        identities.forEach(H2Counter::putBack);
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
        return name + ": " + String.join(", ", parts);
    }
}
