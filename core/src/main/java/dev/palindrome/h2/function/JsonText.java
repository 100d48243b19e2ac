package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.value.Value;

/**
 * Text within JSON.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/string-escape-transact-sql">STRING_ESCAPE</a>
 */
final class JsonText {

    private static final char FIRST_PRINTED = ' ';

    private static final int MILLISECONDS = 3;

    private JsonText() {}

    /** @param type of the escapes, of which there is one */
    static String escaped(String text, String type) throws SQLException {
        if (!type.equalsIgnoreCase("json")) {
            throw TsqlError.needsSqlServer("STRING_ESCAPE for " + type + ".");
        }
        return escaped(text);
    }

    /** A value as FOR JSON writes it. */
    static String of(Value value) throws SQLException {
        return switch (value.getValueType()) {
            case Value.BOOLEAN -> value.getBoolean() ? "true" : "false";
            case Value.TINYINT, Value.SMALLINT, Value.INTEGER, Value.BIGINT -> TextFunctions.text(value);
            case Value.NUMERIC -> value.getBigDecimal().toPlainString();
            case Value.DATE -> '"' + TextFunctions.text(value) + '"';
            case Value.UUID -> '"' + TextFunctions.text(value).toUpperCase(Locale.ROOT) + '"';
            case Value.CHAR, Value.VARCHAR, Value.VARCHAR_IGNORECASE, Value.CLOB ->
                '"' + escaped(TextFunctions.text(value)) + '"';
            case Value.TIMESTAMP -> {
                String text = TextFunctions.text(value);
                yield '"' + withMilliseconds(text.replace(' ', 'T')) + '"';
            }
            default -> throw TsqlError.needsSqlServer("FOR JSON of a " + value.getType() + ".");
        };
    }

    /** As CONVERT with style 126 writes a DATETIME: three digits, or none. */
    private static String withMilliseconds(String moment) throws SQLException {
        int point = moment.indexOf('.');
        int digits = point < 0 ? 0 : moment.length() - point - 1;
        if (digits > MILLISECONDS) {
            throw TsqlError.needsSqlServer("FOR JSON of a time with more than three digits behind the second.");
        }
        return digits == 0 ? moment : moment + "0".repeat(MILLISECONDS - digits);
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
