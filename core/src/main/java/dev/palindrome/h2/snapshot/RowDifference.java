package dev.palindrome.h2.snapshot;

import dev.palindrome.h2.tree.CommittedRows;
import dev.palindrome.h2.tree.NumberedRow;
import dev.palindrome.h2.tree.TreeSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.table.Table;
import org.h2.value.DataType;
import org.h2.value.Value;
import org.h2.value.VersionedValue;

/** What has to go from a table and what has to come back, so that it holds what it held. */
final class RowDifference {

    private final List<Row> going = new ArrayList<>();
    private final List<Row> coming = new ArrayList<>();
    private int changed;

    private RowDifference() {}

    static RowDifference between(
            TreeSnapshot<Long, VersionedValue<SearchRow>> before, TreeSnapshot<Long, VersionedValue<SearchRow>> now) {
        RowDifference changes = new RowDifference();
        if (before.isSameAs(now)) {
            return changes;
        }
        CommittedRows was = CommittedRows.of(before);
        CommittedRows is = CommittedRows.of(now);
        while (was.hasNext() || is.hasNext()) {
            if (was.isBefore(is)) {
                changes.comesBack(was.next());
            } else if (is.isBefore(was)) {
                changes.goes(is.next());
            } else {
                changes.both(was.next(), is.next());
            }
        }
        return changes;
    }

    private void both(NumberedRow was, NumberedRow is) {
        if (was.row() != is.row() && !isSame(was.row().getValueList(), is.row().getValueList())) {
            goes(is);
            comesBack(was);
            changed++;
        }
    }

    private static boolean isSame(Value[] these, Value[] those) {
        for (int i = 0; i < these.length; i++) {
            if (!isSame(these[i], those[i])) {
                return false;
            }
        }
        return true;
    }

    /** Stricter than SQL: upper and lower case are different. */
    private static boolean isSame(Value one, Value other) {
        if (one == other) {
            return true;
        }
        boolean isText = DataType.isCharacterStringType(one.getValueType());
        return one.getValueType() == other.getValueType()
                && (isText ? one.getString().equals(other.getString()) : one.equals(other));
    }

    private void goes(NumberedRow entry) {
        going.add(entry.copy());
    }

    private void comesBack(NumberedRow entry) {
        coming.add(entry.copy());
    }

    boolean isEmpty() {
        return going.isEmpty() && coming.isEmpty();
    }

    /** Past constraints, triggers, identities and computed columns: the rows were right when they were remembered. */
    void remove(SessionLocal session, Table table) {
        going.forEach(row -> table.removeRow(session, row));
    }

    void add(SessionLocal session, Table table) {
        coming.forEach(row -> table.addRow(session, row));
    }

    /** Such as {@code 2 rows added, 1 changed}. */
    String describe() {
        List<String> parts = new ArrayList<>();
        say(parts, going.size() - changed, "added");
        say(parts, changed, "changed");
        say(parts, coming.size() - changed, "gone");
        return String.join(", ", parts);
    }

    private static void say(List<String> parts, int count, String what) {
        if (count > 0) {
            String rows = count == 1 ? " row " : " rows ";
            parts.add(count + (parts.isEmpty() ? rows : " ") + what);
        }
    }
}
