package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import java.util.Locale;

/** A text and something that is neither text nor number, with a plus between them: nothing becomes text there by itself. */
final class Concatenation {

    private Concatenation() {}

    static UntranslatableException refused(Expression left, Token operator, Expression right) {
        SqlType one = left.type().orElseThrow().type();
        SqlType other = right.type().orElseThrow().type();
        SqlType known = one.family().isText() ? other : one;
        return switch (known) {
            case DATETIME, SMALLDATETIME, BINARY, VARBINARY ->
                new UntranslatableException("a text plus a " + lower(known));
            default ->
                UntranslatableException.refused(
                        402,
                        operator,
                        "the data types " + lower(one) + " and " + lower(other)
                                + " are incompatible in the add operator; CAST makes a text of it");
        };
    }

    private static String lower(SqlType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
