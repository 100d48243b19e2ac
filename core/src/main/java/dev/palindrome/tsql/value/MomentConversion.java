package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
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
        SqlType from = value.type().get().type();
        return switch (wanted.type()) {
            case DATETIME -> EXACT.contains(from);
            case SMALLDATETIME -> EXACT.contains(from) || from == SqlType.DATETIME;
            case DATETIME2 -> from == SqlType.TIME;
            default -> false;
        };
    }

    static Expression of(Expression value, ValueType wanted) {
        List<Token> call = Tokens.call(
                value.tokens().get(0),
                "palindrome.as_datetime",
                List.of(value.tokens()),
                ", '" + wanted.type().name() + "'");
        return Expression.of(Optional.of(wanted), Tokens.cast(call, wanted));
    }
}
