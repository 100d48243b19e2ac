package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Token;
import java.util.List;

/** T-SQL as it was written, without comments and on one line. */
public final class TokensText {

    private TokensText() {}

    public static String of(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && token.spaced()) {
                text.append(' ');
            }
            text.append(token.text());
        }
        return text.toString();
    }
}
