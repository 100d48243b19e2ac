package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.H2Text;
import dev.palindrome.h2.procedures.TsqlError;
import java.sql.SQLException;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that become texts which are too short for them. Public for H2's sake; {@link H2Front#install} makes it known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql">CAST and CONVERT</a>
 */
public final class NumberText {

    /** What SQL Server gives instead of an INT, SMALLINT or TINYINT as VARCHAR or CHAR. */
    private static final String TOO_LONG = "*";

    private NumberText() {}

    /**
     * A value as text.
     *
     * @param value see {@link H2Text}
     * @param length of the text's type
     * @param type its name
     * @return its text; null for NULL
     * @throws SQLException 8115 for a number that is too long
     */
    public static @Nullable String textWithin(Value value, int length, String type) throws SQLException {
        String text = H2Text.text(value);
        if (text == null || text.length() <= length) {
            return text;
        }
        boolean starred = type.equals("varchar") || type.equals("char");
        return switch (value.getValueType()) {
            case Value.TINYINT, Value.SMALLINT, Value.INTEGER -> {
                if (!starred) {
                    throw overflow("expression", type);
                }
                yield TOO_LONG;
            }
            case Value.BIGINT -> throw overflow("expression", type);
            case Value.NUMERIC -> throw overflow("numeric", type);
            case Value.REAL, Value.DOUBLE, Value.DECFLOAT -> throw overflow("float", type);
            default -> text;
        };
    }

    private static SQLException overflow(String from, String type) {
        return TsqlError.of(8115, "Arithmetic overflow error converting " + from + " to data type " + type + ".");
    }
}
