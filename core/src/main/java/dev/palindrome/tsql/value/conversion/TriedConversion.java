package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** TRY_CAST and TRY_CONVERT of what is no literal. */
public final class TriedConversion {

    private static final String TRY_TEXT = "palindrome.try_text";

    private static final String TRY_NUMBER = "palindrome.try_number";

    private final ValueContext context;

    public TriedConversion(ValueContext context) {
        this.context = context;
    }

    public Expression of(Expression value, ValueType type) {
        Token place = value.tokens().get(0);
        if (value.type().isEmpty()) {
            if (context.isLate() && !value.isNull()) {
                throw new UntranslatableException("TRY_CAST of a value whose type is not known");
            }
            return Expression.of(Optional.of(type), Tokens.cast(value.tokens(), type));
        }
        ValueType from = value.type().get();
        if (type.family().isText()) {
            return TextValue.is(value)
                    ? Expression.of(Optional.of(type), Tokens.cast(value.tokens(), type))
                    : TextValue.of(value, type, TextValue.NONE);
        }
        if (TextReading.concerns(value, type)) {
            String more = ", '%s', '%s'".formatted(type.tsql(), context.order().name());
            return Expression.of(
                    Optional.of(type), Tokens.cast(Tokens.call(place, TRY_TEXT, List.of(value.tokens()), more), type));
        }
        if (from.family().isNumber() && type.family().isNumber() && !type.is(SqlTypeFamily.BIT)) {
            String more = ", '" + type.type().name().toLowerCase(Locale.ROOT) + "'";
            List<Token> number = Tokens.call(place, TRY_NUMBER, List.of(value.tokens()), more);
            return Expression.of(Optional.of(type), Tokens.cast(number, type));
        }
        if (from.family().isTime() && type.family().isTime() || from.family() == type.family()) {
            return Expression.of(Optional.of(type), Tokens.cast(value.tokens(), type));
        }
        throw new UntranslatableException("TRY_CAST of a " + from.tsql() + " to " + type.tsql());
    }
}
