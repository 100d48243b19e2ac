package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralReading;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * CONVERT with a style.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql">CAST and CONVERT</a>
 */
public final class StyledConversion {

    private static final int WITH_CENTURY = 100;

    private final ValueContext context;

    public StyledConversion(ValueContext context) {
        this.context = context;
    }

    /** Missing where only SQL Server knows. */
    public Optional<Expression> of(Expression value, ValueType type, Expression style) {
        boolean whole = style.isNumber()
                && !style.negative()
                && style.literal().orElseThrow().text().matches("\\d{1,3}");
        if (style.isNull() || value.isNull()) {
            return Optional.of(Expression.of(Optional.of(type), Tokens.cast(nothing(value), type)));
        }
        if (!whole) {
            return Optional.empty();
        }
        if (value.type().isEmpty()) {
            context.ask(Question.ALWAYS);
        }
        int number = Integer.parseInt(style.literal().orElseThrow().text());
        if (type.family().isText()) {
            return text(value, type, number);
        }
        if (value.isText() && type.family().isTime()) {
            return dateTime(value, type, number);
        }
        if (TextReading.concerns(value, type) && type.family().isTime()) {
            return order(number).map(order -> TextReading.of(value, type, order));
        }
        if (!value.isText() && TextValue.is(value) && type.is(SqlTypeFamily.BINARY) && (number == 1 || number == 2)) {
            List<Token> hex =
                    Tokens.call(value.tokens().get(0), "palindrome.hex", List.of(value.tokens()), ", " + number);
            return Optional.of(Expression.of(Optional.of(type), hex));
        }
        if (type.is(SqlTypeFamily.BINARY) && number == 0) {
            return ByteConversion.of(value, type);
        }
        if (value.isText() && type.is(SqlTypeFamily.BINARY)) {
            return binary(value, type, number);
        }
        boolean known = value.type().isPresent() || !context.isLate();
        boolean text = value.type().filter(from -> from.family().isText()).isPresent();
        return known && !text // between other types a style says nothing
                ? Optional.of(Expression.of(Optional.of(type), Tokens.cast(value.tokens(), type)))
                : Optional.empty();
    }

    private static List<Token> nothing(Expression value) {
        return Tokens.inThePlaceOf(value.tokens().get(0), "NULL");
    }

    private static Optional<Expression> text(Expression value, ValueType type, int style) {
        return Optional.of(
                TextValue.is(value)
                        ? Expression.of(Optional.of(type), Tokens.cast(value.tokens(), type))
                        : TextValue.of(value, type, style));
    }

    private Optional<Expression> dateTime(Expression value, ValueType type, int style) {
        return order(style)
                .map(order -> new LiteralReading(order)
                        .ofText(value.literal().orElseThrow(), type)
                        .orElseThrow())
                .map(tsql -> Tokens.inThePlaceOf(value.tokens().get(0), tsql))
                .map(read -> Expression.of(Optional.of(type), Tokens.cast(read, type)));
    }

    /** In which order the numbers stand that a style reads. */
    private static Optional<DateOrder> order(int style) {
        return switch (style % WITH_CENTURY) {
            case 0, 1, 10 -> Optional.of(DateOrder.MDY);
            case 3, 4, 5 -> Optional.of(DateOrder.DMY);
            case 2, 11, 12, 20, 21, 23, 25, 26, 27 -> Optional.of(DateOrder.YMD);
            default -> Optional.empty();
        };
    }

    /** Digits in base 16, behind 0x in style 1. */
    private static Optional<Expression> binary(Expression value, ValueType type, int style) {
        String text = value.literal().orElseThrow().value();
        String digits = style == 1 && text.toLowerCase(Locale.ROOT).startsWith("0x") ? text.substring(2) : text;
        boolean read = style == 1 ? digits.length() + 2 == text.length() : style == 2;
        if (!read || digits.length() % 2 != 0 || !digits.matches("[0-9A-Fa-f]*")) {
            return Optional.empty();
        }
        List<Token> literal = Tokens.inThePlaceOf(value.tokens().get(0), "0x" + digits);
        return Optional.of(Expression.of(Optional.of(type), Tokens.cast(literal, type)));
    }
}
