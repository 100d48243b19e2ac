package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/** Finds the end of a default, behind which the column's other properties follow without a comma. */
final class DefaultExpression {

    /** Reserved words that are values or functions. */
    private static final String[] WITHOUT_BRACKETS = {
        "NULL",
        "CURRENT_TIMESTAMP",
        "CURRENT_DATE",
        "CURRENT_USER",
        "SESSION_USER",
        "SYSTEM_USER",
        "USER",
        "CONVERT",
        "TRY_CONVERT",
        "COALESCE",
        "NULLIF",
        "LEFT",
        "RIGHT"
    };

    private DefaultExpression() {}

    static List<Token> read(TokenReader reader) {
        int start = reader.position();
        operand(reader);
        while (isOperator(reader.peek())) {
            reader.next();
            operand(reader);
        }
        return reader.since(start);
    }

    private static boolean isOperator(Token token) {
        return token.isSymbol("+")
                || token.isSymbol("-")
                || token.isSymbol("*")
                || token.isSymbol("/")
                || token.isSymbol("%");
    }

    private static void operand(TokenReader reader) {
        while (reader.acceptSymbol("-") || reader.acceptSymbol("+")) {
            // a sign
        }
        if (reader.seesSymbol("(")) {
            if (reader.peek(1).isSymbol(")")) {
                throw UntranslatableException.syntax(reader.peek(1));
            }
            reader.parenthesised();
        } else if (reader.accept("NEXT", "VALUE", "FOR")) {
            reader.objectName();
        } else {
            call(reader);
        }
    }

    private static void call(TokenReader reader) {
        if (reader.atEnd() || reader.peek().kind() == Token.Kind.SYMBOL) {
            throw reader.syntax();
        }
        boolean name = reader.peek().isName() && !reader.peek().is(WITHOUT_BRACKETS);
        if (name) {
            reader.identifier();
        } else {
            reader.next();
        }
        while (reader.acceptSymbol(".")) {
            reader.identifier();
        }
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
        }
    }
}
