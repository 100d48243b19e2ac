package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;

/** Cuts T-SQL into tokens; comments and white space only leave their mark on the token behind them. */
public final class Lexer {

    private static final List<String> LONG_SYMBOLS =
            List.of("<>", "!=", "<=", ">=", "!<", "!>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "::", "/*");

    private static final String DEFAULT_SCHEMA = "dbo";

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line;
    private int newlines;
    private boolean spaced;

    private Lexer(String sql, int line) {
        this.sql = sql;
        this.line = line;
    }

    /** The tokens of a batch, the last one being of kind END. */
    public static List<Token> tokens(String sql, int firstLine) {
        return new Lexer(sql, firstLine).run();
    }

    private List<Token> run() {
        skipBlank();
        while (at < sql.length()) {
            next();
            skipBlank();
        }
        add(Token.Kind.END, "", "");
        return tokens;
    }

    private void skipBlank() {
        int from = at;
        int fromLine = line;
        while (at < sql.length()) {
            int end = SkippedText.end(sql, at);
            if (end == at) {
                break;
            }
            countLines(at, end);
            at = end;
        }
        spaced = at > from;
        newlines = line - fromLine;
    }

    private void next() {
        char c = sql.charAt(at);
        if (c == '\'') {
            quoted(Token.Kind.STRING, at, '\'');
        } else if ((c == 'N' || c == 'n') && peek(1) == '\'') {
            quoted(Token.Kind.STRING, at + 1, '\'');
        } else if (c == '[') {
            quoted(Token.Kind.NAME, at, ']');
        } else if (c == '"') {
            quoted(Token.Kind.NAME, at, '"');
        } else if (c == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            binary();
        } else if (Character.isDigit(c) || c == '.' && Character.isDigit(peek(1))) {
            number();
        } else if (c == '@') {
            word(Token.Kind.VARIABLE);
        } else if (isWordStart(c)) {
            word(Token.Kind.WORD);
        } else {
            symbol();
        }
    }

    private void quoted(Token.Kind kind, int open, char close) {
        int end = QuotedText.end(sql, open, close);
        String inside = sql.substring(open + 1, Math.max(open + 1, end - 1));
        String text = sql.substring(at, end);
        int from = at;
        add(kind, text, inside.replace("" + close + close, "" + close));
        countLines(from, end);
        at = end;
    }

    private void binary() {
        int end = at + 2;
        while (end < sql.length() && Character.digit(sql.charAt(end), 16) >= 0) {
            end++;
        }
        take(Token.Kind.BINARY, end);
    }

    private void number() {
        int end = at;
        while (end < sql.length() && (Character.isDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        if (end < sql.length() && (sql.charAt(end) == 'e' || sql.charAt(end) == 'E')) {
            int exponent = end + 1;
            if (exponent < sql.length() && (sql.charAt(exponent) == '+' || sql.charAt(exponent) == '-')) {
                exponent++;
            }
            end = exponent;
            while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
                end++;
            }
        }
        take(Token.Kind.NUMBER, end);
    }

    private void word(Token.Kind kind) {
        int end = at + 1;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        take(kind, end);
    }

    private void symbol() {
        for (String symbol : LONG_SYMBOLS) {
            if (sql.startsWith(symbol, at)) {
                take(Token.Kind.SYMBOL, at + symbol.length());
                return;
            }
        }
        take(Token.Kind.SYMBOL, at + Character.charCount(sql.codePointAt(at)));
    }

    private void take(Token.Kind kind, int end) {
        String text = sql.substring(at, end);
        add(kind, text, text);
        at = end;
    }

    private void add(Token.Kind kind, String text, String value) {
        if (text.equals(".") && !tokens.isEmpty()) {
            tokens.add(asSchema(tokens.remove(tokens.size() - 1)));
        }
        tokens.add(new Token(kind, text, value, at, line, newlines, spaced));
    }

    /** H2 finds everything but schemas whatever the case of their names. */
    private static Token asSchema(Token name) {
        return name.isName() && name.value().equalsIgnoreCase(DEFAULT_SCHEMA) ? name.withValue(DEFAULT_SCHEMA) : name;
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sql.charAt(i) == '\n') {
                line++;
            }
        }
    }

    private char peek(int offset) {
        return at + offset < sql.length() ? sql.charAt(at + offset) : 0;
    }

    static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '#';
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '#' || c == '@' || c == '$';
    }
}
