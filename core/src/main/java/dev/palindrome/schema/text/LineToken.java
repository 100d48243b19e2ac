package dev.palindrome.schema.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value in a line: as it is where it holds together without blanks outside of parentheses, brackets and strings, and
 * otherwise in double quotes, with a backslash before quotes and backslashes and {@code \n} for a line break.
 */
final class LineToken {

    private LineToken() {}

    static String write(String value) {
        boolean plain = !value.isEmpty()
                && value.charAt(0) != '"'
                && value.chars().noneMatch(c -> c < ' ')
                && end(value, 0) == value.length();
        return plain ? value : quoted(value);
    }

    static String quoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
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

        /** Reads {@code [dbo].[users]}; nothing if there is no name. */
        List<String> name() {
            skipBlanks();
            List<String> name = new ArrayList<>();
            while (at < line.length() && line.charAt(at) == '[') {
                name.add(part());
                if (at < line.length() && line.charAt(at) == '.') {
                    at++;
                }
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
            StringBuilder value = new StringBuilder();
            at++;
            while (at < line.length() && line.charAt(at) != '"') {
                char c = line.charAt(at++);
                value.append(c == '\\' && at < line.length() ? unescaped(line.charAt(at++)) : c);
            }
            if (at == line.length()) {
                throw unexpected();
            }
            at++;
            return value.toString();
        }

        private static char unescaped(char c) {
            return switch (c) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                default -> c;
            };
        }

        IllegalArgumentException unexpected() {
            return new IllegalArgumentException("column " + (at + 1) + " of: " + line);
        }
    }
}
