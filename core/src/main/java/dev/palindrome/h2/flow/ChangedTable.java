package dev.palindrome.h2.flow;

import dev.palindrome.h2.value.DirectCall;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;

/** Which table a statement changes. */
final class ChangedTable {

    private static final String VARIABLE = "@";

    private ChangedTable() {}

    /**
     * Whether it is one of a variable, whose rows nobody else sees.
     *
     * @param h2 a statement that changes something
     * @return false for all that is no change of rows
     */
    static boolean isVariable(String h2) {
        if (!h2.contains("@")) {
            return false;
        }
        List<Token> tokens = Lexer.tokens(DirectCall.statement(h2), 1);
        TokenReader reader = new TokenReader(tokens);
        if (!reader.peek().is("INSERT", "UPDATE", "DELETE", "MERGE")) {
            return false;
        }
        reader.next();
        if (reader.accept("TOP") && reader.seesSymbol("(")) {
            reader.parenthesised();
        }
        if (!reader.accept("INTO")) {
            reader.accept("FROM");
        }
        Token target = reader.peek();
        return isVariable(target) || target.isName() && isOfVariable(tokens, target.value());
    }

    private static boolean isVariable(Token token) {
        return token.kind() == Token.Kind.VARIABLE
                || token.isName() && token.value().startsWith(VARIABLE);
    }

    /** {@code FROM @t AS target}. */
    private static boolean isOfVariable(List<Token> tokens, String target) {
        for (int i = 2; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1).is("AS") ? tokens.get(i - 2) : tokens.get(i - 1);
            if (tokens.get(i).isName() && tokens.get(i).value().equalsIgnoreCase(target) && isVariable(before)) {
                return true;
            }
        }
        return false;
    }
}
