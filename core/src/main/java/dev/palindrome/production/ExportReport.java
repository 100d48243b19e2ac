package dev.palindrome.production;

import dev.palindrome.text.TextTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an export has written. It holds no values.
 *
 * @param folder where
 * @param tables the chosen ones first, and those that came along
 * @param notes what is not as it is in the database, in sentences; empty if there is nothing to be said
 */
public record ExportReport(Path folder, List<ExportedTable> tables, List<String> notes) {

    /**
     * A table with a file of its rows.
     *
     * @param name with its schema, such as {@code dbo.users}
     * @param rows how many are in the file
     * @param file its name in the folder
     * @param isChosen whether somebody has asked for it, and not only foreign keys
     * @param reasons why rows came along that nobody has asked for, such as {@code dbo.todos.owner references 12 rows}
     */
    public record ExportedTable(String name, long rows, String file, boolean isChosen, List<String> reasons) {

        /**
         * Makes one.
         *
         * @param name see above
         * @param rows see above
         * @param file see above
         * @param isChosen see above
         * @param reasons see above
         */
        public ExportedTable {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Makes a report.
     *
     * @param folder see above
     * @param tables see above
     * @param notes see above
     */
    public ExportReport {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /**
     * How many rows were written.
     *
     * @return those of all tables
     */
    public long rows() {
        return tables.stream().mapToLong(ExportedTable::rows).sum();
    }

    /** A line for each table, and the notes. */
    @Override
    public String toString() {
        List<List<String>> lines = tables.stream()
                .map(table -> List.of(
                        table.name(),
                        String.format(Locale.ROOT, "%,d", table.rows()),
                        table.file(),
                        String.join("; ", table.reasons())))
                .toList();
        List<String> text = new ArrayList<>();
        text.add("Exported to " + folder + ":");
        text.add(TextTable.of(List.of("table", "rows", "file", "came along because"), lines));
        text.addAll(notes);
        return String.join(System.lineSeparator(), text);
    }
}
