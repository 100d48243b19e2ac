package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What H2, in one version or another, takes and T-SQL does not: rows as values, a value as a condition, nothing behind a comma. */
public final class Predicates {

    private Predicates() {}

    /** To be asked before each token of an expression or query; reads nothing. */
    public static void refuseWrong(TokenReader reader, @Nullable Token before) {
        boolean nothing = reader.seesSymbol(",")
                || reader.seesSymbol(")")
                || reader.peek().is("FROM", "WHERE");
        if (before != null && before.isSymbol(",") && nothing) {
            throw reader.syntax();
        }
        int start = reader.position();
        if (before != null && before.is("WHERE", "HAVING") || isJoinCondition(before)) {
            ExpressionSyntax.condition(reader);
            refuseOther(reader);
        } else if (reader.sees("CASE", "WHEN")) {
            reader.next();
            reader.next();
            ExpressionSyntax.condition(reader);
            if (!reader.sees("THEN")) {
                throw reader.syntax();
            }
        } else if (before != null && before.kind() == Token.Kind.SYMBOL && isValue(before) && reader.seesSymbol("(")) {
            refuseRow(reader.parenthesised());
        }
        reader.back(start);
    }

    private static boolean isJoinCondition(@Nullable Token before) {
        return before != null && before.is("ON");
    }

    /** What may stand behind a condition begins with a word of the language. */
    private static void refuseOther(TokenReader reader) {
        if (reader.peek().kind() != Token.Kind.END
                && !reader.seesSymbol(")")
                && !reader.seesSymbol(",")
                && !reader.seesSymbol(";")
                && !reader.peek().isReserved()
                && !reader.peek().is("OFFSET")) {
            throw reader.syntax();
        }
    }

    private static boolean isValue(Token before) {
        return !before.isSymbol(",") && !before.isSymbol(")");
    }

    private static void refuseRow(List<Token> inside) {
        TokenReader reader = new TokenReader(inside);
        if (reader.peek().is("SELECT", "WITH", "VALUES")) {
            return;
        }
        reader.until(",");
        if (reader.seesSymbol(",")) {
            throw reader.syntax();
        }
    }
}
