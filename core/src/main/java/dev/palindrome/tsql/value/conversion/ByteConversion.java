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

/** What becomes of values as bytes, and of bytes as whole numbers, where H2 would make something else of them. */
public final class ByteConversion {

    private ByteConversion() {}

    /** Missing where others know. */
    public static Optional<Expression> of(Expression value, ValueType type) {
        if (value.type().isEmpty()) {
            return Optional.empty();
        }
        ValueType from = value.type().get();
        if (type.is(SqlTypeFamily.BINARY) && isBytes(from)) {
            return Optional.of(bytes(value, from, type));
        }
        boolean number = from.is(SqlTypeFamily.BINARY) && type.is(SqlTypeFamily.WHOLE_NUMBER);
        return number ? Optional.of(number(value, type)) : Optional.empty();
    }

    private static boolean isBytes(ValueType from) {
        return from.isWhole() || from.family().isText() || from.is(SqlTypeFamily.GUID, SqlTypeFamily.BINARY);
    }

    private static Expression bytes(Expression value, ValueType from, ValueType type) {
        String more = ", '%s', %d, %s"
                .formatted(
                        from.type().name().toLowerCase(Locale.ROOT),
                        type.precision(),
                        type.type() == SqlType.BINARY ? "1" : "0");
        List<Token> call = Tokens.call(value.tokens().get(0), "palindrome.bytes_of", List.of(value.tokens()), more);
        return Expression.of(Optional.of(type), Tokens.cast(call, type));
    }

    private static Expression number(Expression value, ValueType type) {
        int size = switch (type.type()) {
            case TINYINT -> 1;
            case SMALLINT -> Short.BYTES;
            case BIGINT -> Long.BYTES;
            default -> Integer.BYTES;
        };
        List<Token> call =
                Tokens.call(value.tokens().get(0), "palindrome.of_bytes", List.of(value.tokens()), ", " + size);
        return Expression.of(Optional.of(type), Tokens.cast(call, type));
    }
}
