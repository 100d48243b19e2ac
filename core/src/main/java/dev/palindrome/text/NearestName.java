package dev.palindrome.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The name that is probably meant by one that is misspelt. */
public final class NearestName {

    /** More letters than these are another word, */
    private static final int MOST_WRONG_LETTERS = 3;

    /** and so are more than two in five. */
    private static final double MOST_OF_ALL = 0.4;

    private NearestName() {}

    /**
     * The nearest of some names, capitals or not. Of two that are as near it is the first; of a set, whose order may be another
     * one in each run, the first by its letters.
     *
     * @param name one that there is not
     * @param known those that there are
     * @return nothing where none is near
     */
    public static Optional<String> of(String name, Collection<String> known) {
        int most = (int) Math.min(MOST_WRONG_LETTERS, Math.max(1, name.length() * MOST_OF_ALL));
        Stream<String> names = known instanceof Set ? known.stream().sorted() : known.stream();
        return names.filter(each -> Math.abs(each.length() - name.length()) <= most)
                .min(Comparator.comparingInt(each -> distance(name, each)))
                .filter(near -> distance(name, near) <= most);
    }

    /**
     * The same as a question, to stand behind the name.
     *
     * @param name one that there is not
     * @param known those that there are
     * @return such as {@code (is users meant?)} with a blank in front; empty where none is near
     */
    public static String question(String name, Collection<String> known) {
        return of(name, known)
                .map(near -> " (is " + VisibleText.line(near) + " meant?)")
                .orElse("");
    }

    private static int distance(String one, String other) {
        return distanceOf(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    /** How many letters have to be put in, taken out, replaced or swapped with the next (Damerau and Levenshtein). */
    private static int distanceOf(String one, String other) {
        int[] last = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] free = last;
            last = above;
            above = row;
            row = free;
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], last[j - 2] + 1);
                }
            }
        }
        return row[other.length()];
    }
}
