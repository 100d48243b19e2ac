package dev.palindrome.seed;

import java.util.List;
import java.util.stream.Collectors;

/** Names as T-SQL takes them: for SQL Server, and to look things up by. What H2 is asked too needs {@code Quoted}. */
final class Brackets {

    private Brackets() {}

    static String of(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    static String of(List<String> parts) {
        return parts.stream().map(Brackets::of).collect(Collectors.joining("."));
    }

    /** {@code [a], [b]}. */
    static String list(List<String> names) {
        return names.stream().map(Brackets::of).collect(Collectors.joining(", "));
    }
}
