package dev.palindrome.production.mask.run;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in which signs are written otherwise, as plain ones: full-width letters, and what URLs and HTML make of an
 * {@code @}.
 */
final class PlainText {

    private static final char FULL_WIDTH_AT = '\uFF20';
    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final int FULL_WIDTH = FIRST_FULL_WIDTH - '!';

    private static final int HEXADECIMAL = 16;

    /** Two digits behind a per cent sign, the number of a character reference. */
    private static final Pattern ESCAPED =
            Pattern.compile("%([0-9A-Fa-f]{2})|&#[xX]([0-9A-Fa-f]{1,4});|&#([0-9]{1,4});");

    private PlainText() {}

    /** Whether an {@code @} may be written otherwise; asked for every text. */
    static boolean hidesAt(String text) {
        return text.indexOf('%') >= 0 && text.contains("%40")
                || text.indexOf('&') >= 0 && (text.contains("&#64;") || containsIgnoringCase(text, "&#x40;"))
                || text.indexOf(FULL_WIDTH_AT) >= 0;
    }

    private static boolean containsIgnoringCase(String text, String part) {
        return text.contains(part) || text.contains(part.replace('x', 'X'));
    }

    /** The text with all of these signs as they are meant. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(ESCAPED.matcher(text).replaceAll(PlainText::meant));
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, narrow(plain.charAt(i)));
        }
        return plain.toString();
    }

    private static String meant(MatchResult escaped) {
        for (int group = 1; group <= escaped.groupCount(); group++) {
            if (escaped.group(group) != null) {
                char meant =
                        (char) Integer.parseInt(escaped.group(group), group == escaped.groupCount() ? 10 : HEXADECIMAL);
                return Matcher.quoteReplacement(String.valueOf(meant));
            }
        }
        return "";
    }

    /** A full-width letter, digit or sign of ASCII as the plain one, and a digit of any script as that of ASCII. */
    static char narrow(char character) {
        if (character < 128) {
            return character;
        }
        if (character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH) {
            return (char) (character - FULL_WIDTH);
        }
        return Character.isDigit(character) ? (char) ('0' + Character.digit(character, 10)) : character;
    }
}
