package dev.palindrome.tsql;

import java.util.Locale;

/**
 * One word, name, literal or symbol of T-SQL, with what {@link Lexer} saw of its place.
 *
 * @param kind what it is
 * @param text as written
 * @param value a name without its brackets, a string without its quotes, otherwise the text
 * @param start offset of the first character in the text
 * @param line the line that it begins on
 * @param newlines line breaks between the token before it and this one
 * @param spaced whether anything stands between the token before it and this one
 */
public record Token(Kind kind, String text, String value, int start, int line, int newlines, boolean spaced) {

    /** What a token is. */
    public enum Kind {
        /** A keyword or a name without quotes; also {@code #temporary} and {@code $action}. */
        WORD,
        /** {@code [name]} or {@code "name"}. */
        NAME,
        /** {@code 'text'} or {@code N'text'}. */
        STRING,
        /** {@code 12}, {@code 1.5}, {@code 2E3}. */
        NUMBER,
        /** {@code $12.50}; the value is without its sign. */
        MONEY,
        /** {@code 0xFF}. */
        BINARY,
        /** {@code @name}, {@code @@name}. */
        VARIABLE,
        /** An operator or a punctuation mark. */
        SYMBOL,
        /** Only for those who ask for them. */
        COMMENT,
        /** A string, a name in quotes or a comment that opens and never closes: all the rest of the text. */
        UNCLOSED,
        /** What stands behind the last one. */
        END;

        boolean mayHoldLines() {
            return this == NAME || this == STRING || this == COMMENT || this == UNCLOSED;
        }
    }

    /**
     * Whether this is one of these words, and not in quotes.
     *
     * @param words in any case
     * @return false for names in quotes, and for literals
     */
    public boolean is(String... words) {
        if (kind != Kind.WORD) {
            return false;
        }
        for (String word : words) {
            if (mayBe(word) && text.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    /** Most words are ruled out by their lengths and first letters; beyond ASCII, others may be the same in upper case. */
    private boolean mayBe(String word) {
        if (text.length() != word.length()) {
            return false;
        }
        char first = text.charAt(0);
        return first > 'z' || ((first ^ word.charAt(0)) & ~0x20) == 0;
    }

    /**
     * Whether this is a symbol.
     *
     * @param symbol such as {@code <=}
     * @return false for the same within a literal
     */
    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /**
     * Whether this can be the name of something.
     *
     * @return true for words, and for names in quotes
     */
    public boolean isName() {
        return kind == Kind.NAME || kind == Kind.WORD;
    }

    /**
     * Whether T-SQL takes this for a name in brackets only.
     *
     * @return true for its reserved words without brackets
     */
    public boolean isReserved() {
        return ReservedWords.has(this);
    }

    /**
     * For messages: what a literal says is nobody's business.
     *
     * @return the same with an ellipsis for a literal; this token if it is none
     */
    public Token withoutLiteral() {
        return isLiteral()
                ? new Token(kind, kind == Kind.STRING ? "'…'" : "…", value, start, line, newlines, spaced)
                : this;
    }

    private boolean isLiteral() {
        return kind == Kind.STRING
                || kind == Kind.NUMBER
                || kind == Kind.MONEY
                || kind == Kind.BINARY
                || kind == Kind.UNCLOSED;
    }

    /**
     * The same in the place of another one.
     *
     * @param other is left out, with what stands between the two
     * @return as far from the token before it as the other one is
     */
    public Token inThePlaceOf(Token other) {
        return new Token(kind, text, value, start, line, other.newlines, other.spaced);
    }

    /**
     * The same on another line.
     *
     * @param other from 1
     * @return with nothing else changed
     */
    public Token onLine(int other) {
        return new Token(kind, text, value, start, other, newlines, spaced);
    }

    /** What stands of it before an offset. */
    Token upTo(int end) {
        String head = text.substring(0, end - start);
        return new Token(kind, head, head, start, line, newlines, spaced);
    }

    /** The end of the tokens before this one. */
    Token asEnd() {
        return new Token(Kind.END, "", "", start, line, newlines, spaced);
    }

    /**
     * The text in upper case.
     *
     * @return as written but for that, quotes included
     */
    public String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /**
     * The offset behind the last character.
     *
     * @return in the same text as {@link #start}
     */
    public int end() {
        return start + text.length();
    }
}
