package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code &}, {@code |}, {@code ^} and {@code ~}.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/bitwise-operators-transact-sql">Bitwise operators</a>
 */
final class BitArithmetic {

    private static final String GREATEST_TINYINT = "255 - ";

    private final ValueContext context;

    BitArithmetic(ValueContext context) {
        this.context = context;
    }

    static boolean isOperator(Token token) {
        return token.isSymbol("&") || token.isSymbol("|") || token.isSymbol("^");
    }

    Expression of(Expression left, Token operator, Expression right) {
        String function = switch (operator.text()) {
            case "&" -> "palindrome.bit_and";
            case "|" -> "palindrome.bit_or";
            default -> "palindrome.bit_xor";
        };
        Optional<ValueType> type = type(left, right);
        List<Token> call = Tokens.call(left.tokens().get(0), function, List.of(operand(left), operand(right)), "");
        boolean bit = type.filter(known -> known.is(SqlTypeFamily.BIT)).isPresent();
        return Expression.of(type, bit ? Tokens.cast(call, type.get()) : call);
    }

    private Optional<ValueType> type(Expression left, Expression right) {
        if (left.isNull() || right.isNull()) {
            return left.type().or(right::type);
        }
        if (left.type().isEmpty() || right.type().isEmpty()) {
            context.ask(Question.ALWAYS);
            return Optional.empty();
        }
        ValueType one = require(left.type().get());
        ValueType other = require(right.type().get());
        return Optional.of(
                one.is(SqlTypeFamily.BINARY) ? other : other.is(SqlTypeFamily.BINARY) ? one : one.orHigher(other));
    }

    private static ValueType require(ValueType type) {
        if (!type.isWhole() && !type.is(SqlTypeFamily.BINARY)) {
            throw UntranslatableException.refused(402, "bits are those of whole numbers, not of " + type.tsql());
        }
        return type;
    }

    /** H2 has no bits of a BIT, nor of a number beside bytes. */
    private static List<Token> operand(Expression value) {
        boolean bytes =
                value.type().filter(type -> type.is(SqlTypeFamily.BINARY)).isPresent();
        if (bytes) {
            return Tokens.call(
                    value.tokens().get(0), "palindrome.of_bytes", List.of(value.tokens()), ", " + Long.BYTES);
        }
        boolean bit = value.type().filter(type -> type.is(SqlTypeFamily.BIT)).isPresent();
        return bit ? Tokens.cast(value.tokens(), ValueType.of(SqlType.INT)) : value.tokens();
    }

    Expression not(Token operator, Expression value) {
        if (value.type().isEmpty()) {
            context.ask(Question.ALWAYS);
            return Expression.of(
                    Optional.empty(), Tokens.call(operator, "palindrome.bit_not", List.of(value.tokens()), ""));
        }
        ValueType type = require(value.type().get());
        if (type.is(SqlTypeFamily.BIT)) {
            return Expression.of(value.type(), Tokens.cast(less("1 - ", operator, operand(value)), type));
        }
        return type.type() == SqlType.TINYINT
                ? Expression.of(value.type(), Tokens.cast(less(GREATEST_TINYINT, operator, value.tokens()), type))
                : Expression.of(value.type(), Tokens.call(operator, "palindrome.bit_not", List.of(value.tokens()), ""));
    }

    private static List<Token> less(String from, Token place, List<Token> value) {
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(place, "(" + from));
        out.addAll(value);
        out.addAll(Tokens.behind(place, ")"));
        return out;
    }
}
