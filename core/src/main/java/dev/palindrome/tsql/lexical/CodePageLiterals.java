package dev.palindrome.tsql.lexical;

import dev.palindrome.sql.CodePage;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Token;
import java.util.List;

/** Literals without an N, which are texts of the database's code page whatever becomes of them. */
public final class CodePageLiterals {

    private CodePageLiterals() {}

    public static List<Token> held(List<Token> tokens) {
        return tokens.stream().anyMatch(CodePageLiterals::loses)
                ? tokens.stream()
                        .map(token -> loses(token) ? held(token) : token)
                        .toList()
                : tokens;
    }

    private static boolean loses(Token token) {
        return token.kind() == Token.Kind.STRING && token.text().startsWith("'") && !CodePage.holds(token.value());
    }

    private static Token held(Token token) {
        String value = CodePage.held(token.value());
        String text = "'" + SqlLiteral.doubled(value) + "'";
        return new Token(token.kind(), text, value, token.start(), token.line(), token.newlines(), token.spaced());
    }
}
