package dev.palindrome.tsql;

/** Expressions stand in parentheses, as SQL Server stores them, so that a line shows where they end. */
public final class Parentheses {

    private Parentheses() {}

    /**
     * An expression in parentheses.
     *
     * @param expression with or without some around the whole of it
     * @return with one pair around it where there was none
     */
    public static String around(String expression) {
        String stripped = expression.strip();
        return encloses(stripped) ? stripped : "(" + stripped + ")";
    }

    /** Whether the first parenthesis closes with the last one. */
    private static boolean encloses(String expression) {
        if (!expression.startsWith("(") || !expression.endsWith(")")) {
            return false;
        }
        int depth = 0;
        int left = 0;
        for (Token token : Lexer.tokens(expression, 1)) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            left += depth == 0 && token.kind() != Token.Kind.END ? 1 : 0;
        }
        return depth == 0 && left == 1;
    }
}
