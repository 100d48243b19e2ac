package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.ReadText;
import dev.palindrome.tsql.UntranslatableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Texts that become values of other types. Public for H2's sake; {@link H2Front#install} makes it known there. */
public final class ReadValue {

    private ReadValue() {}

    /**
     * A text as H2 reads the value that SQL Server reads in it.
     *
     * @param text of a column or the like
     * @param type the type that is wanted
     * @param order in which the numbers of dates stand
     * @return null for null
     * @throws SQLException with SQL Server's number if it cannot be read
     */
    public static @Nullable String of(@Nullable String text, String type, String order) throws SQLException {
        try {
            return text == null ? null : ReadText.as(text, type, DateOrder.valueOf(order));
        } catch (UntranslatableException e) {
            throw e.sqlServerError() == 0
                    ? TsqlError.needsSqlServer("The text '" + text + "' as " + type + ".")
                    : TsqlError.of(e.sqlServerError(), "'" + text + "': " + e.reason(1) + ".");
        }
    }
}
