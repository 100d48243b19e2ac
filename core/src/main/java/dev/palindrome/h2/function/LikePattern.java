package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of LIKE as a regular expression, from the first letter to the last. Public for H2's sake; {@link
 * H2Front#install} makes it known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/like-transact-sql">LIKE</a>
 */
public final class LikePattern {

    /** Latin letters with a mark stand between those without. */
    private static final char FIRST_MARKED = '\u00c0';

    private static final char LAST_MARKED = '\u024f';

    /** What a pattern fits that ends with its escape character. */
    private static final String NOTHING = "(?!)";

    private final String like;
    private final String escape;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private LikePattern(String like, String escape) {
        this.like = like;
        this.escape = escape;
    }

    /**
     * What H2's REGEXP takes.
     *
     * @param like the pattern
     * @param escape the character that takes the meaning from the one behind it; empty where there is none
     * @return null for null
     * @throws SQLException 506 for an escape that is no single character
     */
    public static @Nullable String regex(@Nullable String like, @Nullable String escape) throws SQLException {
        return regex(like, escape, false);
    }

    /**
     * The same, and any blanks behind it.
     *
     * @param like the pattern
     * @param escape the character that takes the meaning from the one behind it; empty where there is none
     * @param blanks whether blanks at the end do not count
     * @return null for null
     * @throws SQLException 506 for an escape that is no single character
     */
    public static @Nullable String regex(@Nullable String like, @Nullable String escape, boolean blanks)
            throws SQLException {
        if (like == null || escape == null) {
            return null;
        }
        if (escape.length() > 1) {
            throw TsqlError.of(
                    506, "The invalid escape character \"" + escape + "\" was specified in a LIKE predicate.");
        }
        return "(?su)\\A" + new LikePattern(like, escape).translated() + (blanks ? " *+" : "") + "\\z";
    }

    /** Without its ends. */
    static String inner(String like) {
        return new LikePattern(like, "").translated();
    }

    private String translated() {
        while (at < like.length()) {
            char next = like.charAt(at++);
            boolean escapes = !escape.isEmpty() && next == escape.charAt(0);
            if (escapes && at == like.length()) {
                return NOTHING;
            }
            if (escapes) {
                literal(like.charAt(at++));
            } else if (next == '%') {
                out.append(".*");
            } else if (next == '_') {
                out.append('.');
            } else if (next == '[') {
                set();
            } else {
                literal(next);
            }
        }
        return out.toString();
    }

    private void literal(char letter) {
        boolean plain = Character.isLetterOrDigit(letter);
        out.append(plain ? String.valueOf(letter) : Pattern.quote(String.valueOf(letter)));
    }

    /** Letters and ranges of them. One that is never closed matches nothing; neither does an empty one. */
    private void set() {
        int start = at;
        boolean not = at < like.length() && like.charAt(at) == '^';
        at += not ? 1 : 0;
        StringBuilder letters = new StringBuilder();
        boolean first = true;
        while (at < like.length() && (like.charAt(at) != ']' || first && isClosedAgain())) {
            first = false;
            char from = letter();
            boolean range = at + 1 < like.length() && like.charAt(at) == '-' && like.charAt(at + 1) != ']';
            if (range) {
                at++;
                range(from, letter(), letters);
            } else {
                letters.append(quoted(from));
            }
        }
        if (at >= like.length()) {
            at = start;
            out.append("(?!)");
            at = like.length();
            return;
        }
        at++;
        if (letters.length() == 0) {
            out.append(not ? "." : "(?!)");
        } else {
            out.append(not ? "[^" : "[").append(letters).append(']');
        }
    }

    /** {@code []]} has the bracket itself in it. */
    private boolean isClosedAgain() {
        return at + 1 < like.length() && like.charAt(at + 1) == ']';
    }

    private char letter() {
        char next = like.charAt(at++);
        boolean escapes = !escape.isEmpty() && next == escape.charAt(0) && at < like.length();
        return escapes ? like.charAt(at++) : next;
    }

    private static void range(char from, char to, StringBuilder letters) {
        boolean backwards = from > to;
        if (backwards) {
            return;
        }
        letters.append(quoted(from)).append('-').append(quoted(to));
        if (!isLatin(from) || !isLatin(to)) {
            return;
        }
        for (char marked = FIRST_MARKED; marked <= LAST_MARKED; marked++) {
            String plain = Normalizer.normalize(String.valueOf(marked), Normalizer.Form.NFD)
                    .substring(0, 1)
                    .toLowerCase(Locale.ROOT);
            char letter = plain.charAt(0);
            if (isLatin(letter) && letter >= Character.toLowerCase(from) && letter < Character.toLowerCase(to)) {
                letters.append(marked);
            }
        }
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    private static String quoted(char letter) {
        return Character.isLetterOrDigit(letter) ? String.valueOf(letter) : "\\" + letter;
    }
}
