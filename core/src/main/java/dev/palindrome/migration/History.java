package dev.palindrome.migration;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        List<List<String>> lines = new ArrayList<>();
        lines.add(TITLES);
        rows.forEach(row -> lines.add(cells(row)));
        return lines.stream().map(line -> padded(line, lines)).collect(Collectors.joining("\n"));
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

    private static String padded(List<String> line, List<List<String>> all) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            int at = column;
            int width =
                    all.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
            text.append(line.get(column))
                    .append(" ".repeat(width - line.get(column).length() + 2));
        }
        return text.toString().stripTrailing();
    }
}
