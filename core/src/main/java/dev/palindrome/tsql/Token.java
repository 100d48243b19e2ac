package dev.palindrome.tsql;

import java.util.Locale;

/**
 * One word, name, literal or symbol of T-SQL.
 *
 * @param kind what it is
 * @param text as written
 * @param value a name without its brackets, a string without its quotes, otherwise the text
 * @param start offset of the first character in the batch
 * @param line the line of the script, from 1
 * @param newlines line breaks between the token before it and this one
 * @param spaced whether anything stands between the token before it and this one
 */
public record Token(Kind kind, String text, String value, int start, int line, int newlines, boolean spaced) {

    public enum Kind {
        WORD,
        NAME,
        STRING,
        NUMBER,
        BINARY,
        VARIABLE,
        SYMBOL,
        END
    }

    /** Whether this is one of these unquoted words. */
    public boolean is(String... words) {
        if (kind != Kind.WORD) {
            return false;
        }
        for (String word : words) {
            if (text.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    public boolean isName() {
        return kind == Kind.NAME || kind == Kind.WORD;
    }

    Token withValue(String other) {
        return new Token(kind, text, other, start, line, newlines, spaced);
    }

    /** For messages: what a literal says is nobody's business. */
    public Token withoutLiteral() {
        return isLiteral()
                ? new Token(kind, kind == Kind.STRING ? "'…'" : "…", value, start, line, newlines, spaced)
                : this;
    }

    private boolean isLiteral() {
        return kind == Kind.STRING || kind == Kind.NUMBER || kind == Kind.BINARY;
    }

    public String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    public int end() {
        return start + text.length();
    }
}
