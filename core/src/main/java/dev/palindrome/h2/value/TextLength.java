package dev.palindrome.h2.value;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.SqlType;
import java.sql.SQLException;

/**
 * What becomes of values whose text is longer than its type.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql#truncating-and-rounding-results">
 *     Truncating and rounding results</a>
 */
final class TextLength {

    /** What SQL Server gives instead of an INT, SMALLINT or TINYINT as VARCHAR or CHAR. */
    private static final String TOO_LONG = "*";

    private TextLength() {}

    /**
     * A text within a length.
     *
     * @param length below 0 where there is none
     * @param text the name of the text's type
     * @param type what was written
     * @param written as what
     * @return the text, a part of it, or what stands for it
     * @throws SQLException 8115, 234 or 8170 where no part will do
     */
    static String within(int length, String text, SqlType type, String written) throws SQLException {
        if (length < 0 || written.length() <= length) {
            return written;
        }
        return switch (type) {
            case INT, SMALLINT, TINYINT -> {
                if (!text.equals("varchar") && !text.equals("char")) {
                    throw overflow("expression", text);
                }
                yield TOO_LONG;
            }
            case BIGINT -> throw overflow("expression", text);
            case DECIMAL, NUMERIC -> throw overflow("numeric", text);
            case FLOAT, REAL -> throw overflow("float", text);
            case MONEY, SMALLMONEY ->
                throw TsqlError.of(234, "There is insufficient result space to convert a money value to " + text + ".");
            case UNIQUEIDENTIFIER ->
                throw TsqlError.of(8170, "Insufficient result space to convert uniqueidentifier value to char.");
            default -> written.substring(0, length);
        };
    }

    private static SQLException overflow(String from, String text) {
        return TsqlError.of(8115, "Arithmetic overflow error converting " + from + " to data type " + text + ".");
    }
}
