package dev.palindrome.h2.systemview;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.List;

/** An expression as SQL Server's catalogue shows it: in parentheses, a number in two. */
final class StoredExpression {

    private StoredExpression() {}

    static String of(String written) {
        String bare = written.strip();
        while (isInParentheses(bare)) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare.matches("-?[\\d.]+") ? "((" + bare + "))" : "(" + bare + ")";
    }

    private static boolean isInParentheses(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        List<Token> tokens = Lexer.tokens(text, 1);
        int depth = 0;
        for (Token token : tokens) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return token.end() == text.length();
            }
        }
        return false;
    }
}
