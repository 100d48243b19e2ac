package dev.palindrome.migration.history;

import dev.palindrome.migration.AppliedMigration;
import dev.palindrome.text.TextTable;
import java.util.AbstractList;
import java.util.List;

/** The rows of the history table, printable as a table. */
public final class HistoryRows extends AbstractList<AppliedMigration> {

    private static final List<String> TITLES =
            List.of("version", "description", "type", "installed on", "took", "state");

    private final List<AppliedMigration> rows;

    public HistoryRows(List<AppliedMigration> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public AppliedMigration get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String toString() {
        return TextTable.of(TITLES, rows.stream().map(HistoryRows::cells).toList());
    }

    private static List<String> cells(AppliedMigration row) {
        return List.of(
                row.migration().version(),
                row.migration().description(),
                row.type(),
                row.installedOn().toString(),
                row.took().toMillis() + " ms",
                row.succeeded() ? "applied" : "failed");
    }
}
