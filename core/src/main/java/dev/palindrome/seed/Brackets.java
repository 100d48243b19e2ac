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

    /** {@code [a], [b]}. */
    static String list(List<String> columns) {
        return columns.stream().map(Brackets::of).collect(Collectors.joining(", "));
    }
}
