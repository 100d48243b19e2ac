package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results that a type of SQL Server's does not hold, and H2's does: errors 8115, 517 and 535. */
public final class Overflow {

    /** The front's own, in {@code FunctionCalls}. */
    static final String IN_RANGE = "palindrome.in_range";

    /** For floating-point numbers, which have no end on H2. */
    static final String FINITE = "palindrome.finite";

    static final String ADDED = "palindrome.added";

    static final String DIFFERENCE = "palindrome.difference";

    private Overflow() {}

    /** A number of a type. */
    public static List<Token> checked(List<Token> number, ValueType type) {
        if (type.is(SqlTypeFamily.FLOATING_POINT)) {
            return finite(number, type);
        }
        boolean wider = type.type() == SqlType.TINYINT || type.is(SqlTypeFamily.MONEY);
        return wider ? Tokens.cast(call(number, IN_RANGE, type), type) : number;
    }

    /** A sum, which H2 has of a wider type (Microsoft: sum-transact-sql). */
    public static List<Token> sum(List<Token> sum, ValueType type) {
        if (type.is(SqlTypeFamily.FLOATING_POINT)) {
            return finite(sum, type);
        }
        boolean wider = type.is(SqlTypeFamily.WHOLE_NUMBER, SqlTypeFamily.MONEY);
        return wider ? Tokens.cast(call(sum, IN_RANGE, type), type) : sum;
    }

    /** A result of DATEADD. */
    public static Expression added(List<Token> dateAdd, Optional<ValueType> type) {
        boolean checked = type.filter(known -> known.is(SqlTypeFamily.DATE, SqlTypeFamily.DATE_TIME))
                .isPresent();
        return Expression.of(type, checked ? Tokens.cast(call(dateAdd, ADDED, type.get()), type.get()) : dateAdd);
    }

    /** A result of DATEDIFF. */
    public static Expression difference(List<Token> dateDiff) {
        return Expression.of(
                Optional.of(ValueType.of(SqlType.INT)),
                Tokens.call(dateDiff.get(0), DIFFERENCE, List.of(dateDiff), ""));
    }

    private static List<Token> finite(List<Token> number, ValueType type) {
        List<Token> call = call(number, FINITE, type);
        return type.type() == SqlType.REAL ? Tokens.cast(call, type) : call;
    }

    /** A number that becomes a REAL: error 232 where it is too great. */
    public static Expression ofReal(Expression value, ValueType type) {
        boolean greater = type.type() == SqlType.REAL
                && value.type()
                        .filter(from -> from.family().isNumber() && from.type() != SqlType.REAL && !from.isWhole())
                        .isPresent();
        return greater
                ? Expression.of(
                        Optional.of(ValueType.of(SqlType.FLOAT)),
                        Tokens.call(value.tokens().get(0), FINITE, List.of(value.tokens()), ", 'to real'"))
                : value;
    }

    private static List<Token> call(List<Token> value, String function, ValueType type) {
        String name = type.type().name().toLowerCase(Locale.ROOT);
        return Tokens.call(value.get(0), function, List.of(value), ", '" + name + "'");
    }
}
