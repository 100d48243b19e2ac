package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a T-SQL script before its first statement.
 *
 * @param comments the comments that begin with two hyphens, in order
 * @param isWholeScript whether no statement follows
 */
public record ScriptHead(List<Token> comments, boolean isWholeScript) {

    /**
     * Reads as far as the first statement.
     *
     * @param script the script, as its author wrote it
     * @return its head, which may be all of it
     */
    public static ScriptHead of(String script) {
        List<Token> comments = new ArrayList<>();
        GoSeparators separators = new GoSeparators(script);
        Lexer lexer = Lexer.withComments(script, 1);
        Token token = lexer.next();
        while (isComment(token) || token.isSymbol(";") || separators.endsBatch(token)) {
            if (token.text().startsWith("--")) {
                comments.add(token);
            }
            token = lexer.next();
        }
        return new ScriptHead(List.copyOf(comments), token.kind() == Token.Kind.END);
    }

    private static boolean isComment(Token token) {
        return token.kind() == Token.Kind.COMMENT
                || token.kind() == Token.Kind.UNCLOSED && token.text().startsWith("/*");
    }
}
