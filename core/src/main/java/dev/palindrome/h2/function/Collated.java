package dev.palindrome.h2.function;

import java.util.Arrays;
import java.util.Locale;
import org.h2.value.Value;

/**
 * Looks for texts in texts as their collation compares them: without regard to case unless a column has it.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/charindex-transact-sql">CHARINDEX</a>
 */
final class Collated {

    private final boolean heedsCase;

    private Collated(boolean heedsCase) {
        this.heedsCase = heedsCase;
    }

    /** Whoever calls has made everything but a column a text without case. */
    static Collated of(Value... texts) {
        return new Collated(Arrays.stream(texts).anyMatch(text -> text.getValueType() == Value.VARCHAR));
    }

    /** Of the first place at or behind another one; below 0 where there is none. */
    int indexOf(String text, String part, int from) {
        int last = text.length() - part.length();
        for (int at = Math.max(0, from); at <= last; at++) {
            if (text.regionMatches(!heedsCase, at, part, 0, part.length())) {
                return at;
            }
        }
        return -1;
    }

    String replace(String text, String part, String other) {
        if (part.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = indexOf(text, part, 0); at >= 0; at = indexOf(text, part, from)) {
            out.append(text, from, at).append(other);
            from = at + part.length();
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Letter by letter. */
    String translate(String text, String letters, String others) {
        String searched = heedsCase ? letters : letters.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int at = searched.indexOf(heedsCase ? letter : Character.toLowerCase(letter));
            out.append(at < 0 ? letter : others.charAt(at));
        }
        return out.toString();
    }

    boolean heedsCase() {
        return heedsCase;
    }
}
