package dev.palindrome.tsql.value.type;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of literals.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/constants-transact-sql">Constants</a>
 */
public final class LiteralType {

    private static final BigInteger GREATEST_INT = BigInteger.valueOf(Integer.MAX_VALUE);

    private LiteralType() {}

    /** A literal as H2 is to have it: to it 1e8 is a number of decimal digits. */
    public static Expression expression(Token literal) {
        Optional<ValueType> type = of(literal);
        if (isEndless(literal)) {
            throw UntranslatableException.refused(
                    168, literal, "the floating point value is out of the range of computer representation");
        }
        boolean floating =
                type.filter(known -> known.is(SqlTypeFamily.FLOATING_POINT)).isPresent();
        List<Token> tokens = floating ? Tokens.cast(List.of(literal), type.get()) : List.of(literal);
        return new Expression(type, tokens, Optional.of(literal), false);
    }

    /** A whole number that is too great for an INT is a DECIMAL where nothing else says what it is. */
    public static Expression typed(Expression value) {
        boolean great = value.isNumber()
                && value.type().filter(type -> type.is(SqlTypeFamily.DECIMAL)).isPresent()
                && !value.literal().orElseThrow().text().contains(".");
        return great
                ? Expression.of(
                        value.type(), Tokens.cast(value.tokens(), value.type().orElseThrow()))
                : value;
    }

    private static boolean isEndless(Token literal) {
        boolean number = literal.kind() == Token.Kind.NUMBER;
        String text = number ? literal.text().toLowerCase(Locale.ROOT) : "0";
        return Double.isInfinite(Double.parseDouble(text.endsWith("e") ? text + "0" : text));
    }

    /** Missing for NULL. A whole number has as many digits as it has where it is computed with decimals. */
    public static Optional<ValueType> of(Token literal) {
        return switch (literal.kind()) {
            case STRING ->
                Optional.of(ofText(
                        literal.text().startsWith("'") ? SqlType.VARCHAR : SqlType.NVARCHAR,
                        literal.value().length()));
            case NUMBER -> Optional.of(ofNumber(literal.text()));
            case MONEY -> Optional.of(ValueType.of(SqlType.MONEY));
            case BINARY ->
                Optional.of(new ValueType(
                        SqlType.VARBINARY, Math.max(1, (literal.text().length() - 1) / 2), 0));
            default -> Optional.empty();
        };
    }

    /** Of a MAX type where it is longer than others are (Microsoft: constants-transact-sql). */
    private static ValueType ofText(SqlType type, int length) {
        return new ValueType(type, length > type.size() ? ValueType.ANY : Math.max(1, length), 0);
    }

    private static ValueType ofNumber(String number) {
        if (number.toLowerCase(Locale.ROOT).contains("e")) {
            return ValueType.of(SqlType.FLOAT);
        }
        BigDecimal value = new BigDecimal(number);
        int whole = value.toBigInteger().signum() == 0
                ? 0
                : value.toBigInteger().toString().length();
        int scale = Math.max(0, value.scale());
        int precision = Math.max(1, whole + scale);
        boolean isInt = !number.contains(".") && value.toBigInteger().compareTo(GREATEST_INT) <= 0;
        return isInt ? new ValueType(SqlType.INT, precision, 0) : ValueType.decimal(precision, scale);
    }
}
