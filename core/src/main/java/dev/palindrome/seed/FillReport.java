package dev.palindrome.seed;

import dev.palindrome.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was filled and what was not. It holds no values.
 *
 * @param filled tables with new rows and columns with new values
 * @param notFilled tables without rows and columns without values
 */
public record FillReport(List<Filled> filled, List<NotFilled> notFilled) {

    /**
     * Makes a report.
     *
     * @param filled see above
     * @param notFilled see above
     */
    public FillReport {
        filled = List.copyOf(filled);
        notFilled = List.copyOf(notFilled);
    }

    /**
     * A table that got rows, or a column that got values in rows that were there.
     *
     * @param table the table
     * @param column missing if it is about whole rows
     * @param rows how many
     */
    public record Filled(Table table, Optional<String> column, int rows) {

        /** In words. */
        @Override
        public String toString() {
            return "%s: %d %s".formatted(name(table, column), rows, rows == 1 ? "row" : "rows");
        }
    }

    /**
     * A table that got no rows, or a column that got no values.
     *
     * @param table the table
     * @param column missing if it is about whole rows
     * @param reason for people to read
     */
    public record NotFilled(Table table, Optional<String> column, String reason) {

        /** In words. */
        @Override
        public String toString() {
            return "%s could not be filled: %s".formatted(name(table, column), reason);
        }
    }

    /**
     * This and what came after it.
     *
     * @param later another report
     * @return both
     */
    public FillReport and(FillReport later) {
        List<Filled> allFilled = new ArrayList<>(filled);
        allFilled.addAll(later.filled);
        List<NotFilled> allNotFilled = new ArrayList<>(notFilled);
        allNotFilled.addAll(later.notFilled);
        return new FillReport(allFilled, allNotFilled);
    }

    /** Without what went well. */
    FillReport problems() {
        return new FillReport(List.of(), notFilled);
    }

    private static String name(Table table, Optional<String> column) {
        return table + column.map(it -> "." + it).orElse("");
    }

    /** A line for each table and column. */
    @Override
    public String toString() {
        return Stream.concat(filled.stream(), notFilled.stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
