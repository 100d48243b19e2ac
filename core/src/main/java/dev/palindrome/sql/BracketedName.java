package dev.palindrome.sql;

import java.util.List;
import java.util.stream.Collectors;

/** Names as T-SQL takes them: for SQL Server, and to look things up by. What H2 is asked too needs {@code SqlNames}. */
public final class BracketedName {

    private BracketedName() {}

    public static String of(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    public static String of(List<String> parts) {
        return parts.stream().map(BracketedName::of).collect(Collectors.joining("."));
    }

    /** {@code [a], [b]}. */
    public static String list(List<String> names) {
        return names.stream().map(BracketedName::of).collect(Collectors.joining(", "));
    }
}
