package dev.palindrome.tsql.query;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/** Tokens that are put together: some that somebody wrote, and some between them. */
public final class Made {

    private final Token place;
    private final List<Token> tokens = new ArrayList<>();

    /** @param place whose line they are on */
    public Made(Token place) {
        this.place = place;
    }

    /** T-SQL on that line. */
    public Made add(String tsql) {
        for (Token token : Lexer.tokens(tsql, 1)) {
            if (token.kind() != Token.Kind.END) {
                tokens.add(at(token.kind(), token.text(), token.value(), true));
            }
        }
        return this;
    }

    /** A function that no script can name. */
    public Made function(String name) {
        tokens.add(at(Token.Kind.WORD, name, name, true));
        return this;
    }

    /** A name in brackets. */
    public Made name(String name) {
        tokens.add(at(Token.Kind.NAME, BracketedName.of(name), name, true));
        return this;
    }

    /** What somebody wrote. */
    public Made add(List<Token> written) {
        for (int i = 0; i < written.size(); i++) {
            Token token = written.get(i);
            tokens.add(i > 0 || token.spaced() || token.isSymbol("(") || token.isSymbol(".") ? token : spaced(token));
        }
        return this;
    }

    private static Token spaced(Token token) {
        return new Token(
                token.kind(), token.text(), token.value(), token.start(), token.line(), token.newlines(), true);
    }

    /** Several, with something between them. */
    public Made join(String between, List<List<Token>> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                add(between);
            }
            add(parts.get(i));
        }
        return this;
    }

    private Token at(Token.Kind kind, String text, String value, boolean spaced) {
        return new Token(kind, text, value, place.start(), place.line(), 0, spaced);
    }

    /** All of them so far. */
    public List<Token> tokens() {
        return tokens;
    }
}
