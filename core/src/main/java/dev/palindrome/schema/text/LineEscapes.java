package dev.palindrome.schema.text;

import dev.palindrome.text.VisibleText;
import java.util.Optional;

/**
 * What a line of a schema file writes otherwise, so that it is one line, in UTF-8, and can be seen: {@code \n}, {@code \r} and
 * {@code \t}, and four digits behind {@code \\u} for whatever else cannot be seen and for half a surrogate pair. A backslash
 * before any other character means that character.
 */
final class LineEscapes {

    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    private LineEscapes() {}

    static boolean isNeeded(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isNeeded(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNeeded(String text, int at) {
        char character = text.charAt(at);
        return VisibleText.steers(character) || Character.isSurrogate(character) && !isPaired(text, at);
    }

    private static boolean isPaired(String text, int at) {
        char character = text.charAt(at);
        return Character.isHighSurrogate(character)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(isNeeded(text, at) ? "\\u%04X".formatted((int) character) : character);
            }
        }
        return escaped.toString();
    }

    /** The text that was escaped; nothing where an escape is not whole. */
    static Optional<String> read(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        int at = 0;
        while (at < escaped.length()) {
            char character = escaped.charAt(at++);
            if (character != '\\') {
                text.append(character);
                continue;
            }
            if (at == escaped.length()) {
                return Optional.empty();
            }
            char named = escaped.charAt(at++);
            if (named == 'u') {
                Optional<Character> numbered = numbered(escaped, at);
                if (numbered.isEmpty()) {
                    return Optional.empty();
                }
                text.append(numbered.get().charValue());
                at += DIGITS;
            } else {
                text.append(meant(named));
            }
        }
        return Optional.of(text.toString());
    }

    private static Optional<Character> numbered(String escaped, int start) {
        int number = 0;
        for (int at = start; at < start + DIGITS; at++) {
            int digit = at < escaped.length() && escaped.charAt(at) < 0x80
                    ? Character.digit(escaped.charAt(at), HEXADECIMAL)
                    : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            number = number * HEXADECIMAL + digit;
        }
        return Optional.of((char) number);
    }

    private static char meant(char named) {
        return switch (named) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> named;
        };
    }
}
