package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Locale;

/** Whether tokens say the same: names do with and without brackets, and in any capitals; literals only as they are. */
final class SameTokens {

    private SameTokens() {}

    static boolean are(Token one, Token other) {
        return text(one).equals(text(other));
    }

    static boolean are(List<Token> some, List<Token> others) {
        return some.size() == others.size() && texts(some).equals(texts(others));
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(SameTokens::text).toList();
    }

    private static String text(Token token) {
        if (token.kind() == Token.Kind.STRING) {
            return token.text();
        }
        return token.isName() ? token.value().toUpperCase(Locale.ROOT) : token.upper();
    }
}
