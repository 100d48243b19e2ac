package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.TsqlError;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Text within JSON.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/string-escape-transact-sql">STRING_ESCAPE</a>
 */
final class JsonText {

    private static final char FIRST_PRINTED = ' ';

    private JsonText() {}

    /** @param type of the escapes, of which there is one */
    static String escaped(String text, String type) throws SQLException {
        if (!type.equalsIgnoreCase("json")) {
            throw TsqlError.needsSqlServer("STRING_ESCAPE for " + type + ".");
        }
        return escaped(text);
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '/' -> out.append("\\/");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (letter < FIRST_PRINTED) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        return out.toString();
    }
}
