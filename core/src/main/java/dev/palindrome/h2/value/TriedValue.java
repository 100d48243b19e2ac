package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.ReadText;
import dev.palindrome.tsql.UntranslatableException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * TRY_CAST and TRY_CONVERT: NULL instead of an error. Public for H2's sake; {@link H2Front#install} makes it known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/try-cast-transact-sql">TRY_CAST</a>
 */
public final class TriedValue {

    private TriedValue() {}

    /**
     * A text as H2 reads the value that SQL Server reads in it.
     *
     * @param text of a column or the like
     * @param type the type that is wanted
     * @param order in which the numbers of dates stand
     * @return null for null, and for what cannot be read
     * @throws SQLException where only SQL Server knows
     */
    public static @Nullable String text(@Nullable String text, String type, String order) throws SQLException {
        try {
            return text == null ? null : ReadText.as(text, type, DateOrder.valueOf(order));
        } catch (UntranslatableException e) {
            if (e.sqlServerError() == 0) {
                throw TsqlError.needsSqlServer("The text '" + text + "' as " + type + ".");
            }
            return null;
        }
    }

    /**
     * A number of a type.
     *
     * @param number of another type
     * @param type the name of the type
     * @return null for null, and for what the type does not hold
     */
    public static @Nullable BigDecimal number(@Nullable BigDecimal number, String type) {
        if (number == null) {
            return null;
        }
        boolean whole = type.endsWith("int");
        BigDecimal cut = whole ? number.setScale(0, RoundingMode.DOWN) : number;
        boolean holds = SqlType.find(type).flatMap(SqlType::numbers).stream().allMatch(range -> range.has(cut));
        return holds ? cut : null;
    }
}
