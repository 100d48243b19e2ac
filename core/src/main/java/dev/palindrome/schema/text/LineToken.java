package dev.palindrome.schema.text;

import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One name or value in a line. A value stands as it is where it holds together without blanks outside of parentheses,
 * brackets and strings, and otherwise in double quotes. A part of a name stands in brackets, with a backslash in front where
 * it needs escapes: {@code [dbo].\[order\nlines]}. {@link LineEscapes} says what is escaped.
 */
final class LineToken {

    private LineToken() {}

    static String name(List<String> parts) {
        return parts.stream().map(LineToken::namePart).collect(Collectors.joining("."));
    }

    private static String namePart(String part) {
        return LineEscapes.isNeeded(part) ? '\\' + BracketedName.of(LineEscapes.escaped(part)) : BracketedName.of(part);
    }

    static String write(String value) {
        boolean plain = !value.isEmpty()
                && value.charAt(0) != '"'
                && !LineEscapes.isNeeded(value)
                && end(value, 0) == value.length();
        return plain ? value : quoted(value);
    }

    /** Other white space than blanks and tabs may be a value. */
    static String withoutBlanksAround(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static String quoted(String value) {
        return '"' + LineEscapes.escaped(value).replace("\"", "\\\"") + '"';
    }

    /** Where the value that starts here ends, or -1 if a parenthesis or the like is not closed. */
    private static int end(String line, int start) {
        int depth = 0;
        int at = start;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ' ' && depth == 0) {
                return at;
            }
            if (c == '[' || c == '\'') {
                at = line.indexOf(c == '[' ? ']' : '\'', at + 1);
                if (at < 0) {
                    return -1;
                }
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return -1;
            }
            at++;
        }
        return depth == 0 ? at : -1;
    }

    /** Goes through a line. */
    static final class Reader {

        private final String line;
        private int at;

        Reader(String line) {
            this.line = line;
        }

        boolean atEnd() {
            skipBlanks();
            return at == line.length();
        }

        private void skipBlanks() {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
        }

        boolean accept(String word) {
            skipBlanks();
            int end = at + word.length();
            boolean there = line.startsWith(word, at) && (end == line.length() || line.charAt(end) == ' ');
            at = there ? end : at;
            return there;
        }

        <T> Optional<T> label(Map<String, T> labels) {
            for (Map.Entry<String, T> label : labels.entrySet()) {
                if (accept(label.getKey())) {
                    return Optional.of(label.getValue());
                }
            }
            return Optional.empty();
        }

        /** Whether what comes next would be read as a name. */
        boolean beginsName() {
            skipBlanks();
            return line.startsWith("[", at) || line.startsWith("\\[", at);
        }

        /** Reads {@code [dbo].[users]}; nothing if there is no name. */
        List<String> name() {
            List<String> name = new ArrayList<>();
            while (beginsName()) {
                boolean escaped = line.charAt(at) == '\\';
                at += escaped ? 1 : 0;
                String part = part();
                name.add(escaped ? unescaped(part) : part);
                if (!line.startsWith(".", at)) {
                    break;
                }
                at++;
            }
            return name;
        }

        private String part() {
            int end = at + 1;
            while (end < line.length()) {
                if (line.charAt(end) != ']') {
                    end++;
                } else if (line.startsWith("]]", end)) {
                    end += 2;
                } else {
                    String part = line.substring(at + 1, end).replace("]]", "]");
                    at = end + 1;
                    return part;
                }
            }
            throw unexpected();
        }

        String value() {
            skipBlanks();
            if (at < line.length() && line.charAt(at) == '"') {
                return quotedValue();
            }
            int end = end(line, at);
            if (end <= at) {
                throw unexpected();
            }
            String value = line.substring(at, end);
            at = end;
            return value;
        }

        private String quotedValue() {
            int start = at + 1;
            at = start;
            while (at < line.length() && line.charAt(at) != '"') {
                at += line.charAt(at) == '\\' ? 2 : 1;
            }
            if (at >= line.length()) {
                at = line.length();
                throw unexpected();
            }
            at++;
            return unescaped(line.substring(start, at - 1));
        }

        private String unescaped(String text) {
            return LineEscapes.read(text).orElseThrow(this::unexpected);
        }

        IllegalArgumentException unexpected() {
            return new IllegalArgumentException("column " + (at + 1) + " of: " + line);
        }
    }
}
