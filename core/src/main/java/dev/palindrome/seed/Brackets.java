package dev.palindrome.seed;

import java.util.List;
import java.util.stream.Collectors;

/** Names as T-SQL takes them, on both engines. */
final class Brackets {

    private Brackets() {}

    static String of(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    static String of(List<String> parts) {
        return parts.stream().map(Brackets::of).collect(Collectors.joining("."));
    }

    /**
     * The same for a column. H2 reads no bracket within brackets, so such a name stands in quotes, which SQL Server reads where
     * QUOTED_IDENTIFIER is on as the driver sets it (Microsoft: database-identifiers).
     */
    static String column(String name) {
        return name.indexOf(']') < 0 ? of(name) : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@code [a], [b]}. */
    static String list(List<String> columns) {
        return columns.stream().map(Brackets::column).collect(Collectors.joining(", "));
    }
}
