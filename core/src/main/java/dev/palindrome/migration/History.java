package dev.palindrome.migration;

import java.util.AbstractList;
import java.util.List;

/** The rows of the history table, printable as a table. */
final class History extends AbstractList<AppliedMigration> {

    private static final List<String> TITLES =
            List.of("version", "description", "type", "installed on", "took", "state");

    private final List<AppliedMigration> rows;

    History(List<AppliedMigration> rows) {
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
        return TextTable.of(TITLES, rows.stream().map(History::cells).toList());
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
