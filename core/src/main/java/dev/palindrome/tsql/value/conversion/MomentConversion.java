package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Dates and times that become others: H2 rounds them to other fractions of a second, puts today before a time, and takes the
 * zone of the JVM where SQL Server leaves the clock as it is. A DATETIME has three digits behind the second to be seen and
 * three hundredths to be counted, which more exact types show (compatibility level 130 and later).
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/datetime-transact-sql">datetime</a>
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/datetimeoffset-transact-sql">datetimeoffset</a>
 */
public final class MomentConversion {

    private static final Set<SqlType> EXACT = Set.of(SqlType.TIME, SqlType.DATETIME2, SqlType.DATETIMEOFFSET);

    /** The front's own, in {@code FunctionCalls}. */
    private static final String AS_DATETIME = "palindrome.as_datetime";

    /** To the front's function: the DATETIME with all digits that it stands for. */
    private static final String THIRDS = "THIRDS";

    private MomentConversion() {}

    public static boolean concerns(Expression value, ValueType wanted) {
        if (value.type().isEmpty() || value.literal().isPresent()) {
            return false;
        }
        if (isDays(value, wanted) || isFraction(value, wanted) || isNumber(value, wanted)) {
            return true;
        }
        SqlType from = value.type().get().type();
        return switch (wanted.type()) {
            case DATETIME -> EXACT.contains(from);
            case SMALLDATETIME -> EXACT.contains(from) || from == SqlType.DATETIME;
            case DATETIME2 -> from == SqlType.TIME || from == SqlType.DATETIMEOFFSET || from == SqlType.DATETIME;
            case TIME -> from == SqlType.DATETIMEOFFSET || from == SqlType.DATETIME;
            case DATE -> from == SqlType.DATETIMEOFFSET;
            case DATETIMEOFFSET ->
                from != SqlType.DATETIMEOFFSET && from.family().isTime();
            default -> false;
        };
    }

    /** @throws UntranslatableException 402 where one is a TIME and the other is none, nor becomes one */
    public static void requireComparable(Expression left, Token operator, Expression right) {
        if (left.type().isEmpty() || right.type().isEmpty()) {
            return;
        }
        ValueType one = left.type().get();
        ValueType other = right.type().get();
        boolean time = one.is(SqlTypeFamily.TIME) != other.is(SqlTypeFamily.TIME);
        if (!time || !one.family().isTime() || !other.family().isTime()) {
            return;
        }
        ValueType moment = one.is(SqlTypeFamily.TIME) ? other : one;
        if (EXACT.contains(moment.type())) {
            throw new UntranslatableException("a time beside a " + lower(moment));
        }
        throw UntranslatableException.refused(
                402,
                operator,
                "the data types " + lower(one) + " and " + lower(other) + " are incompatible in the operator "
                        + operator.text());
    }

    private static String lower(ValueType type) {
        return type.type().name().toLowerCase(Locale.ROOT);
    }

    /** A value that is compared with one of a higher type. */
    static boolean concernsBeside(Expression value, ValueType other) {
        return concerns(value, other)
                && value.type().orElseThrow().orHigher(other).type() == other.type();
    }

    /** Since 1900, in a whole number. */
    private static boolean isDays(Expression value, ValueType wanted) {
        return (wanted.type() == SqlType.DATETIME || wanted.type() == SqlType.SMALLDATETIME)
                && value.type()
                        .filter(from -> from.is(SqlTypeFamily.WHOLE_NUMBER))
                        .isPresent();
    }

    /** Since 1900, with a part of a day. */
    private static boolean isFraction(Expression value, ValueType wanted) {
        return (wanted.type() == SqlType.DATETIME || wanted.type() == SqlType.SMALLDATETIME)
                && value.type()
                        .filter(from ->
                                from.is(SqlTypeFamily.FLOATING_POINT, SqlTypeFamily.DECIMAL, SqlTypeFamily.MONEY))
                        .isPresent();
    }

    private static Expression moment(Token place, Expression value, ValueType wanted) {
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(place, "DATEADD(MILLISECOND, CAST(ROUND((CAST("));
        out.addAll(value.tokens());
        out.addAll(Tokens.behind(place, " AS FLOAT) - FLOOR("));
        out.addAll(value.tokens());
        out.addAll(Tokens.behind(place, ")) * 86400000, 0) AS INT), DATEADD(DAY, CAST(FLOOR("));
        out.addAll(value.tokens());
        out.addAll(Tokens.behind(place, ") AS INT), CAST('1900-01-01' AS DATETIME)))"));
        return rounded(Expression.of(Optional.of(wanted), out));
    }

    /** As many days since 1900 (Microsoft: cast-and-convert-transact-sql). */
    private static boolean isNumber(Expression value, ValueType wanted) {
        SqlType from = value.type().orElseThrow().type();
        return (from == SqlType.DATETIME || from == SqlType.SMALLDATETIME)
                && wanted.is(
                        SqlTypeFamily.WHOLE_NUMBER,
                        SqlTypeFamily.DECIMAL,
                        SqlTypeFamily.FLOATING_POINT,
                        SqlTypeFamily.MONEY);
    }

    private static Expression days(Token place, Expression value, ValueType wanted) {
        List<Token> since = since(place, value);
        List<Token> days = new ArrayList<>(Tokens.inThePlaceOf(place, "(CAST("));
        days.addAll(since);
        days.addAll(Tokens.behind(place, " AS FLOAT) / CAST(86400000 AS FLOAT))"));
        List<Token> rounded =
                wanted.is(SqlTypeFamily.WHOLE_NUMBER) ? Tokens.call(place, "ROUND", List.of(days), ", 0") : days;
        return Expression.of(Optional.of(wanted), Tokens.cast(rounded, wanted));
    }

    /** How many milliseconds lie between 1900 and a value. */
    private static List<Token> since(Token place, Expression value) {
        return Tokens.call(
                place,
                "DATEDIFF_BIG",
                List.of(
                        Tokens.inThePlaceOf(place, "MILLISECOND"),
                        Tokens.inThePlaceOf(place, "CAST('1900-01-01' AS DATETIME)"),
                        value.tokens()),
                "");
    }

    /** A sum or difference of two of the old types. */
    public static Expression together(Expression left, Token operator, Expression right) {
        Token place = left.tokens().get(0);
        List<Token> milliseconds = new ArrayList<>(since(place, left));
        milliseconds.add(operator);
        milliseconds.addAll(since(place, right));
        List<Token> moment = Tokens.call(
                place,
                "DATEADD",
                List.of(Tokens.inThePlaceOf(place, "MILLISECOND"), milliseconds),
                ", CAST('1900-01-01' AS DATETIME)");
        return rounded(Expression.of(Optional.of(ValueType.of(SqlType.DATETIME)), moment));
    }

    /** A DATETIME that has been computed with more digits than it has. */
    public static Expression rounded(Expression value) {
        ValueType type = value.type().orElseThrow();
        List<Token> call = Tokens.call(
                value.tokens().get(0),
                AS_DATETIME,
                List.of(value.tokens()),
                ", '" + type.type().name() + "'");
        return Expression.of(value.type(), Tokens.cast(call, type));
    }

    /** What a value is before it is cut to what is wanted. */
    private static String clock(Expression value, ValueType wanted) {
        if (wanted.type() == SqlType.DATETIME || wanted.type() == SqlType.SMALLDATETIME) {
            return wanted.type().name();
        }
        return value.type().orElseThrow().type() == SqlType.DATETIME ? THIRDS : SqlType.DATETIME2.name();
    }

    public static Expression of(Expression value, ValueType wanted) {
        Token place = value.tokens().get(0);
        if (isFraction(value, wanted)) {
            return moment(place, value, wanted);
        }
        if (isNumber(value, wanted)) {
            return days(place, value, wanted);
        }
        if (isDays(value, wanted)) {
            List<Token> added = Tokens.call(
                    place,
                    "DATEADD",
                    List.of(Tokens.inThePlaceOf(place, "DAY"), value.tokens()),
                    ", CAST('1900-01-01' AS DATETIME)");
            return Expression.of(Optional.of(wanted), Tokens.cast(added, wanted));
        }
        List<Token> call = Tokens.call(
                place, "palindrome.as_datetime", List.of(value.tokens()), ", '" + clock(value, wanted) + "'");
        boolean offset = wanted.type() == SqlType.DATETIMEOFFSET;
        List<Token> moment = offset ? Tokens.call(place, "palindrome.clock_at", List.of(call), ", 'UTC'") : call;
        return Expression.of(Optional.of(wanted), Tokens.cast(moment, wanted));
    }
}
