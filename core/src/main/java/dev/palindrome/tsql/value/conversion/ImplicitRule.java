package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.Locale;

/**
 * Values that do not become those of another type by themselves: error 257 where CONVERT would do it, 206 where nothing does.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/data-type-conversion-database-engine">Data type conversion</a>
 */
public final class ImplicitRule {

    private static final SqlTypeFamily[] NUMBERS = {
        SqlTypeFamily.BIT,
        SqlTypeFamily.WHOLE_NUMBER,
        SqlTypeFamily.DECIMAL,
        SqlTypeFamily.MONEY,
        SqlTypeFamily.FLOATING_POINT
    };

    private ImplicitRule() {}

    /** @throws UntranslatableException if a value does not become one of a type */
    public static void require(Expression value, ValueType to) {
        if (value.isNull() || value.type().isEmpty()) {
            return;
        }
        ValueType from = value.type().get();
        boolean number = from.is(NUMBERS);
        boolean guid = from.is(SqlTypeFamily.GUID);
        boolean old = from.type() == SqlType.DATETIME || from.type() == SqlType.SMALLDATETIME;
        if (to.is(SqlTypeFamily.BINARY) && from.family().isText()) {
            throw refused(257, value, from, to);
        }
        boolean xml = from.is(SqlTypeFamily.XML);
        if (xml && !to.is(SqlTypeFamily.XML)) {
            throw refused(to.family().isText() || to.is(SqlTypeFamily.BINARY) ? 257 : 206, value, from, to);
        }
        if (to.is(SqlTypeFamily.XML) && !xml && !from.family().isText() && !from.is(SqlTypeFamily.BINARY)) {
            throw refused(206, value, from, to);
        }
        if (to.is(NUMBERS) && (guid || from.family().isTime())) {
            throw refused(old ? 257 : 206, value, from, to);
        }
        if (to.is(SqlTypeFamily.GUID) && (number || from.family().isTime())) {
            throw refused(206, value, from, to);
        }
        boolean moment = to.type() == SqlType.DATETIME || to.type() == SqlType.SMALLDATETIME;
        if (to.family().isTime() && (guid || number && !moment)) {
            throw refused(206, value, from, to);
        }
    }

    private static UntranslatableException refused(int error, Expression value, ValueType from, ValueType to) {
        return UntranslatableException.refused(
                error,
                value.tokens().get(0),
                error == 257
                        ? "a " + lower(from) + " becomes a " + lower(to) + " by CONVERT alone"
                        : "a " + lower(from) + " is no " + lower(to));
    }

    private static String lower(ValueType type) {
        return type.type().name().toLowerCase(Locale.ROOT);
    }
}
