package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.Token;
import java.util.List;

/**
 * How deeply parentheses, blocks and CASE are nested in a batch. Reading them takes as much stack.
 *
 * @param deepest how many are open at once, at most
 * @param lineOfDeepest where that is first so, from 1
 */
record Nesting(int deepest, int lineOfDeepest) {

    static Nesting of(List<Token> tokens) {
        int depth = 0;
        Nesting found = new Nesting(0, tokens.get(0).line());
        for (int at = 0; at < tokens.size(); at++) {
            depth = Math.max(0, depth + change(tokens, at));
            if (depth > found.deepest) {
                found = new Nesting(depth, tokens.get(at).line());
            }
        }
        return found;
    }

    private static int change(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.isSymbol("(") || token.is("CASE") || token.is("BEGIN") && opensBlock(tokens.get(at + 1))) {
            return 1;
        }
        return token.isSymbol(")") || token.is("END") ? -1 : 0;
    }

    /** What else begins ends in another way. */
    private static boolean opensBlock(Token next) {
        return !next.is("TRAN", "TRANSACTION", "DISTRIBUTED", "DIALOG", "CONVERSATION");
    }
}
