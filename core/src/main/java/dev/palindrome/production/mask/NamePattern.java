package dev.palindrome.production.mask;

import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Locale;

/**
 * A name in a rule, or what stands for several.
 *
 * @param text the name, or a pattern as LIKE has it
 * @param isExact whether it is one name
 */
public record NamePattern(String text, boolean isExact) {

    /** What stands for all names. */
    public static final NamePattern ALL = new NamePattern("%", false);

    /** One name. */
    public static NamePattern exactly(String name) {
        return new NamePattern(name, true);
    }

    /** All names that are like a pattern. */
    public static NamePattern like(String pattern) {
        return new NamePattern(pattern, false);
    }

    /** Whether it stands for a name, in upper or lower case. */
    public boolean fits(String name) {
        return isExact
                ? text.equalsIgnoreCase(name)
                : LikePattern.fits(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** As rules have it. */
    @Override
    public String toString() {
        if (isExact) {
            return BracketedName.readable(List.of(text));
        }
        return equals(ALL) ? "*" : "like " + text;
    }
}
