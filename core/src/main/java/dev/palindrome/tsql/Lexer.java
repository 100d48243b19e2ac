package dev.palindrome.tsql;

import dev.palindrome.tsql.lexical.NumberText;
import dev.palindrome.tsql.lexical.QuotedText;
import dev.palindrome.tsql.lexical.SkippedText;
import dev.palindrome.tsql.lexical.Symbols;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts T-SQL into tokens, one after the other, whatever it is a piece of: a script, a batch, a condition, a name. Whether
 * the tokens make sense is for others to say, and nothing stops it: what opens and never closes is one token to the end of
 * the text. Looks at each character once, so that a megabyte takes some milliseconds and no stack.
 */
public final class Lexer {

    private final String sql;
    private final boolean withComments;
    private int at;
    private int line;

    private Lexer(String sql, int firstLine, boolean withComments) {
        this.sql = sql;
        this.line = firstLine;
        this.withComments = withComments;
    }

    /**
     * Begins to read a text, comments included.
     *
     * @param sql the text
     * @param firstLine the line that it begins on
     * @return stands before the first token
     */
    public static Lexer withComments(String sql, int firstLine) {
        return new Lexer(sql, firstLine, true);
    }

    /**
     * The tokens of a text without its comments, the last one being of kind END.
     *
     * @param sql the text
     * @param firstLine the line that it begins on
     * @return at least the END
     */
    public static List<Token> tokens(String sql, int firstLine) {
        Lexer lexer = new Lexer(sql, firstLine, false);
        List<Token> tokens = new ArrayList<>(sql.length() / 5 + 1);
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    /**
     * The next token.
     *
     * @return at the end of the text one of kind END, each time
     */
    public Token next() {
        int from = at;
        int fromLine = line;
        skipBlanks();
        while (startsComment()) {
            int end = SkippedText.endOfComment(sql, at);
            if (withComments || end < 0) {
                Token.Kind kind = end < 0 ? Token.Kind.UNCLOSED : Token.Kind.COMMENT;
                return token(kind, end < 0 ? sql.length() : end, from, fromLine);
            }
            countLines(at, end);
            at = end;
            skipBlanks();
        }
        return at < sql.length() ? read(from, fromLine) : token(Token.Kind.END, at, from, fromLine);
    }

    private void skipBlanks() {
        while (at < sql.length() && SkippedText.isBlank(sql.charAt(at))) {
            line += sql.charAt(at++) == '\n' ? 1 : 0;
        }
    }

    private boolean startsComment() {
        char c = peek(0);
        return c == '-' && peek(1) == '-' || c == '/' && peek(1) == '*';
    }

    private Token read(int from, int fromLine) {
        char c = sql.charAt(at);
        if (isWordStart(c)) {
            boolean isNational = (c == 'N' || c == 'n') && peek(1) == '\'';
            return isNational
                    ? quoted(Token.Kind.STRING, at + 1, '\'', from, fromLine)
                    : token(Token.Kind.WORD, endOfWord(), from, fromLine);
        }
        return switch (c) {
            case '\'' -> quoted(Token.Kind.STRING, at, '\'', from, fromLine);
            case '[' -> quoted(Token.Kind.NAME, at, ']', from, fromLine);
            case '"' -> quoted(Token.Kind.NAME, at, '"', from, fromLine);
            case '@' -> token(Token.Kind.VARIABLE, endOfWord(), from, fromLine);
            default -> numberOrSymbol(c, from, fromLine);
        };
    }

    private Token numberOrSymbol(char c, int from, int fromLine) {
        if (c == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            return token(Token.Kind.BINARY, NumberText.endOfBinary(sql, at), from, fromLine);
        }
        if (NumberText.startsAt(sql, at)) {
            return token(Token.Kind.NUMBER, NumberText.end(sql, at), from, fromLine);
        }
        if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
            if (NumberText.startsAt(sql, at + 1)) {
                return token(Token.Kind.MONEY, NumberText.end(sql, at + 1), from, fromLine);
            }
            if (c == '$' && Character.isLetter(peek(1))) { // $action, $rowguid
                return token(Token.Kind.WORD, endOfWord(), from, fromLine);
            }
        }
        return token(Token.Kind.SYMBOL, Symbols.end(sql, at), from, fromLine);
    }

    private Token quoted(Token.Kind kind, int open, char close, int from, int fromLine) {
        int end = QuotedText.end(sql, open, close);
        if (end < 0) {
            return token(Token.Kind.UNCLOSED, sql.length(), from, fromLine);
        }
        String value = QuotedText.value(sql, open, end, close);
        return token(kind, sql.substring(at, end), value, end, from, fromLine);
    }

    private Token token(Token.Kind kind, int end, int from, int fromLine) {
        String text = kind == Token.Kind.SYMBOL ? Symbols.text(sql, at, end) : sql.substring(at, end);
        return token(kind, text, kind == Token.Kind.MONEY ? text.substring(1) : text, end, from, fromLine);
    }

    private Token token(Token.Kind kind, String text, String value, int end, int from, int fromLine) {
        Token token = new Token(kind, text, value, at, line, line - fromLine, at > from);
        if (kind.mayHoldLines()) {
            countLines(at, end);
        }
        at = end;
        return token;
    }

    private int endOfWord() {
        int end = at + 1;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            line += sql.charAt(i) == '\n' ? 1 : 0;
        }
    }

    private char peek(int offset) {
        return at + offset < sql.length() ? sql.charAt(at + offset) : 0;
    }

    private static boolean isWordStart(char c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '#' : Character.isLetter(c);
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '@' || c == '$';
    }
}
