package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * Comparisons with texts of a fixed length, whose blanks at the end do not count. H2 compares these without them as long as
 * both sides have such a type, and finds them neither in a list of literals nor beside what may be longer.
 */
final class FixedText {

    private final ValueContext context;

    FixedText(ValueContext context) {
        this.context = context;
    }

    /**
     * One side of a comparison.
     *
     * @param alternatives whether H2 may find others of which it makes a list
     */
    Expression beside(Expression value, Expression other, boolean alternatives) {
        return alternatives ? literal(value, other) : value;
    }

    /** One of the literals that a value is looked for in. */
    Expression literal(Expression literal, Expression value) {
        if (!literal.isText()) {
            return literal;
        }
        context.ask(value.type().isEmpty() ? Question.ALWAYS : Question.NONE);
        if (!isFixed(value)) {
            return literal;
        }
        int length = literal.type().map(ValueType::precision).orElse(1);
        ValueType type = new ValueType(SqlType.CHAR, Math.max(1, length), 0);
        return Expression.of(Optional.of(type), Tokens.cast(literal.tokens(), type));
    }

    /** Without the blanks, and compared as texts are whose length varies. */
    static Expression trimmed(Expression value) {
        return Expression.of(
                Optional.of(varying(value.type().orElseThrow())),
                Tokens.call(value.tokens().get(0), "RTRIM", List.of(value.tokens()), ""));
    }

    /** With its blanks, and compared as texts are whose length varies: to H2 a CHAR heeds case in LIKE. */
    static Expression varying(Expression value) {
        if (!isFixed(value)) {
            return value;
        }
        ValueType type = varying(value.type().orElseThrow());
        return Expression.of(Optional.of(type), Tokens.cast(value.tokens(), type));
    }

    private static ValueType varying(ValueType fixed) {
        return new ValueType(fixed.type() == SqlType.CHAR ? SqlType.VARCHAR : SqlType.NVARCHAR, fixed.precision(), 0);
    }

    static boolean isFixed(Expression value) {
        return value.type().filter(FixedText::isFixed).isPresent();
    }

    private static boolean isFixed(ValueType type) {
        return type.type() == SqlType.CHAR || type.type() == SqlType.NCHAR;
    }
}
