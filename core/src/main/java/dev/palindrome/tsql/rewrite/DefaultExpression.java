package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;

/** Finds the end of a default, behind which the column's other properties follow without a comma. */
final class DefaultExpression {

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
            reader.parenthesised();
        } else if (reader.accept("NEXT", "VALUE", "FOR")) {
            reader.objectName();
        } else {
            call(reader);
        }
    }

    private static void call(TokenReader reader) {
        if (reader.atEnd() || reader.peek().kind() == Token.Kind.SYMBOL) {
            throw reader.unexpected();
        }
        reader.next();
        while (reader.acceptSymbol(".")) {
            reader.identifier();
        }
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
        }
    }
}
