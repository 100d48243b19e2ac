package dev.palindrome.production.json;

import java.util.Locale;

/** Strings of JSON (RFC 8259, 7), and texts that hold their escapes. */
public final class JsonStrings {

    private static final String LETTERS = "bfnrt";
    private static final String STAND_FOR = "\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;
    private static final int LAST_ASCII = 126;

    private JsonStrings() {}

    /** A text as a string, with quotes. */
    public static String quoted(String text) {
        return quoted(text, false);
    }

    /**
     * A text as a string, with quotes.
     *
     * @param text any
     * @param isAscii whether all other letters are escaped, too
     */
    public static String quoted(String text, boolean isAscii) {
        return '"' + escaped(text, isAscii) + '"';
    }

    /** A text as it stands within the quotes of a string. */
    public static String escaped(String text) {
        return escaped(text, false);
    }

    /**
     * A text as it stands within the quotes of a string.
     *
     * @param text any
     * @param isAscii whether all other letters are escaped, too
     */
    public static String escaped(String text, boolean isAscii) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int known = STAND_FOR.indexOf(letter);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (known >= 0) {
                out.append('\\').append(LETTERS.charAt(known));
            } else if (letter < ' ' || isAscii && letter > LAST_ASCII || isHalf(text, i)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        return out.toString();
    }

    /** One of the two that a letter needs, without the other, is in no encoding. */
    private static boolean isHalf(String text, int at) {
        char letter = text.charAt(at);
        return Character.isHighSurrogate(letter)
                        && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
                || Character.isLowSurrogate(letter) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /**
     * A text with escapes without them. What is none stays, so that any text may be asked about.
     *
     * @param text the inside of a string, or a document
     */
    public static String unescaped(String text) {
        int at = text.indexOf('\\');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            char letter = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            int known = LETTERS.indexOf(next);
            if (letter != '\\') {
                out.append(letter);
                at++;
            } else if (known >= 0) {
                out.append(STAND_FOR.charAt(known));
                at += 2;
            } else if (next == 'u' && code(text, at + 2) >= 0) {
                out.append((char) code(text, at + 2));
                at += 2 + HEX_DIGITS;
            } else if (next == '"' || next == '\\' || next == '/') {
                out.append(next);
                at += 2;
            } else {
                out.append(letter);
                at++;
            }
        }
        return out.toString();
    }

    /** The number that four hexadecimal digits are; below 0 where there are none. */
    private static int code(String text, int from) {
        if (from + HEX_DIGITS > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > LAST_ASCII) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    /** Where a string ends that begins with a quote: behind the one that closes it; below 0 if none does. */
    static int end(String text, int begin) {
        for (int i = begin + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                return i + 1;
            }
            i += text.charAt(i) == '\\' ? 1 : 0;
        }
        return -1;
    }
}
