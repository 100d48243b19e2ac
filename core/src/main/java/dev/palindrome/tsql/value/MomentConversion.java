package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dates and times that become less exact ones: H2 rounds them to other fractions of a second, and puts today before a time.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/datetime-transact-sql">datetime</a>
 */
final class MomentConversion {

    private static final Set<SqlType> EXACT = Set.of(SqlType.TIME, SqlType.DATETIME2, SqlType.DATETIMEOFFSET);

    private MomentConversion() {}

    static boolean concerns(Expression value, ValueType wanted) {
        if (value.type().isEmpty() || value.literal().isPresent()) {
            return false;
        }
        if (isDays(value, wanted)) {
            return true;
        }
        SqlType from = value.type().get().type();
        return switch (wanted.type()) {
            case DATETIME -> EXACT.contains(from);
            case SMALLDATETIME -> EXACT.contains(from) || from == SqlType.DATETIME;
            case DATETIME2 -> from == SqlType.TIME;
            default -> false;
        };
    }

    /** Since 1900, in a whole number. */
    private static boolean isDays(Expression value, ValueType wanted) {
        return (wanted.type() == SqlType.DATETIME || wanted.type() == SqlType.SMALLDATETIME)
                && value.type()
                        .filter(from -> from.is(SqlTypeFamily.WHOLE_NUMBER))
                        .isPresent();
    }

    static Expression of(Expression value, ValueType wanted) {
        Token place = value.tokens().get(0);
        if (isDays(value, wanted)) {
            List<Token> added = Tokens.call(
                    place,
                    "DATEADD",
                    List.of(Tokens.inThePlaceOf(place, "DAY"), value.tokens()),
                    ", CAST('1900-01-01' AS DATETIME)");
            return Expression.of(Optional.of(wanted), Tokens.cast(added, wanted));
        }
        List<Token> call = Tokens.call(
                place,
                "palindrome.as_datetime",
                List.of(value.tokens()),
                ", '" + wanted.type().name() + "'");
        return Expression.of(Optional.of(wanted), Tokens.cast(call, wanted));
    }
}
