package dev.palindrome.seed.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, names, literals and signs of a condition, read one after the other. */
public final class ConditionTokens {

    private static final Pattern TOKEN = Pattern.compile("""
            \\s*(?:(?<string>[Nn]?'(?:[^']|'')*')\
            |(?<name>\\[(?:[^\\]]|\\]\\])+\\]|"(?:[^"]|"")+")\
            |(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+)\
            |(?<word>[\\p{L}_@#][\\p{L}\\p{N}_@#$]*)\
            |(?<sign><=|>=|<>|!=|!<|!>|\\S))""");

    /** What a token is. */
    enum Kind {
        STRING,
        NAME,
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /**
     * One token.
     *
     * @param text without quotes or brackets; words in upper case as well as in {@code written}
     */
    record Token(Kind kind, String text, String written) {}

    private static final Token END = new Token(Kind.END, "", "");

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    ConditionTokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(token(matcher));
            matcher.region(matcher.end(), text.length());
        }
    }

    /** Whether a condition names a column, whatever its case. */
    public static boolean mention(String column, String condition) {
        return new ConditionTokens(condition)
                .tokens.stream()
                        .filter(token -> token.kind() == Kind.NAME || token.kind() == Kind.WORD)
                        .anyMatch(token -> token.text().equalsIgnoreCase(column));
    }

    private static Token token(Matcher matcher) {
        String written = matcher.group().strip();
        if (matcher.group("string") != null) {
            int open = written.indexOf('\'');
            return new Token(Kind.STRING, inside(written.substring(open), "'"), written);
        }
        if (matcher.group("name") != null) {
            return new Token(Kind.NAME, inside(written, written.startsWith("[") ? "]" : "\""), written);
        }
        if (matcher.group("word") != null) {
            return new Token(Kind.WORD, written.toUpperCase(Locale.ROOT), written);
        }
        return new Token(matcher.group("number") != null ? Kind.NUMBER : Kind.SIGN, written, written);
    }

    private static String inside(String quoted, String close) {
        return quoted.substring(1, quoted.length() - 1).replace(close + close, close);
    }

    Token peek() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean sees(String wordOrSign) {
        Token token = peek();
        return (token.kind() == Kind.WORD || token.kind() == Kind.SIGN)
                && token.text().equals(wordOrSign);
    }

    boolean accept(String wordOrSign) {
        boolean there = sees(wordOrSign);
        at += there ? 1 : 0;
        return there;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }
}
