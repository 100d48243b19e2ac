package dev.palindrome.tsql;

/** Names and strings as H2 reads them. */
public final class SqlText {

    private SqlText() {}

    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A string literal that takes one line, whatever it holds. */
    public static String string(String value) {
        if (value.chars().noneMatch(c -> c < ' ')) {
            return '\'' + value.replace("'", "''") + '\'';
        }
        StringBuilder escaped = new StringBuilder("U&'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ') {
                escaped.append(String.format("\\%04x", (int) c));
            } else if (c == '\\' || c == '\'') {
                escaped.append(c).append(c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.append('\'').toString();
    }

    /** The name of an index in H2, where indexes of different tables must not have the same name. */
    public static String indexName(String table, String index) {
        return table + "." + index;
    }

    /** A string literal, or NULL. */
    public static String stringOrNull(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "NULL" : string(value);
    }
}
