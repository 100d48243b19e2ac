package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A BIT beside numbers, with which it is compared as a whole number. H2 takes it beside one literal alone, where any number
 * but 0 is true.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/data-type-precedence-transact-sql">Data type precedence</a>
 */
final class BitComparison {

    private static final SqlTypeFamily[] NUMBERS = {
        SqlTypeFamily.WHOLE_NUMBER, SqlTypeFamily.DECIMAL, SqlTypeFamily.MONEY, SqlTypeFamily.FLOATING_POINT
    };

    private static final Set<String> BITS = Set.of("0", "1");

    private static final ValueType INT = ValueType.of(SqlType.INT);

    private final ValueContext context;

    BitComparison(ValueContext context) {
        this.context = context;
    }

    /** The two sides of a comparison; beside a literal H2 knows whether a BIT is equal, and not whether it is greater. */
    List<Expression> sides(Expression left, Token operator, Expression right) {
        boolean equal = operator.isSymbol("=") || operator.isSymbol("<>") || operator.isSymbol("!=");
        askOf(left, right);
        askOf(right, left);
        if (equal && (isPlain(left) || isPlain(right))) {
            return List.of(left, right);
        }
        boolean unknown = left.isNumber() && right.type().isEmpty()
                || right.isNumber() && left.type().isEmpty();
        context.ask(!equal && unknown ? Question.IF_REFUSED : Question.NONE);
        return together(List.of(left, right));
    }

    /** A value beside one of another type. */
    static Expression beside(Expression value, Optional<ValueType> other) {
        return is(other, NUMBERS) ? asNumber(value) : value;
    }

    /** A literal that a BIT is compared with where H2 does not read it itself. */
    static Expression asBit(Expression literal, Expression other) {
        ValueType bit = ValueType.of(SqlType.BIT);
        return isPlain(literal) && is(other.type(), SqlTypeFamily.BIT)
                ? Expression.of(Optional.of(bit), Tokens.cast(literal.tokens(), bit))
                : literal;
    }

    private void askOf(Expression value, Expression other) {
        if (other.type().isEmpty() && !other.isNull()) {
            boolean text = value.isText() && isBit(value);
            context.ask(
                    value.isNumber() && value.negative()
                            ? Question.ALWAYS
                            : text ? Question.IF_REFUSED : Question.NONE);
        }
    }

    /** A value, and several with which it is compared. */
    List<Expression> list(Expression value, List<Expression> others) {
        List<Expression> all = new ArrayList<>(List.of(value));
        all.addAll(others);
        boolean unknown = all.stream().anyMatch(one -> one.type().isEmpty() && !one.isNull());
        if (unknown && all.stream().anyMatch(BitComparison::isBit)) {
            context.ask(Question.IF_REFUSED);
        }
        return together(all);
    }

    private static List<Expression> together(List<Expression> values) {
        boolean numbers = values.stream().anyMatch(value -> is(value.type(), NUMBERS));
        return numbers ? values.stream().map(BitComparison::asNumber).toList() : values;
    }

    /** A BIT as a number, and whatever else as it is. */
    static Expression asNumber(Expression value) {
        return is(value.type(), SqlTypeFamily.BIT)
                ? Expression.of(Optional.of(INT), Tokens.cast(value.tokens(), INT))
                : value;
    }

    private static boolean is(Optional<ValueType> type, SqlTypeFamily... families) {
        return type.filter(known -> known.is(families)).isPresent();
    }

    /** A literal that H2 reads beside a BIT as SQL Server does. */
    private static boolean isPlain(Expression value) {
        return value.isNumber() && isBit(value);
    }

    private static boolean isBit(Expression value) {
        return !value.negative()
                && value.literal()
                        .filter(literal -> BITS.contains(literal.value()) || BITS.contains(literal.text()))
                        .isPresent();
    }
}
