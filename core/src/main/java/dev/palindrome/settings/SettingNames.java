package dev.palindrome.settings;

import dev.palindrome.text.VisibleLog;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds names of settings that are misspelt. That is a warning and no error: the name may be another tool's.
 */
public final class SettingNames {

    private static final VisibleLog LOG = VisibleLog.of(Settings.class);

    private static final List<String> KNOWN =
            Stream.of(Setting.values()).map(Setting::key).sorted().toList();

    /** More letters than these are another word. */
    private static final int MOST_WRONG_LETTERS = 3;

    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private SettingNames() {}

    /**
     * Warns of names that begin like those of settings and are none, of each once in a JVM.
     *
     * @param found names of any kind
     * @param where they were found, such as {@code system property}
     */
    public static void check(Collection<String> found, String where) {
        check(found, where, "palindrome.", known -> known);
    }

    static void checkSystem() {
        check(System.getProperties().stringPropertyNames(), "system property");
        check(System.getenv().keySet(), "environment variable", "PALINDROME_", Settings::environmentName);
    }

    /** How a source writes a setting's name. */
    private interface Spelling {
        String of(String setting);
    }

    private static void check(Collection<String> found, String where, String prefix, Spelling spelling) {
        List<String> known = KNOWN.stream().map(spelling::of).toList();
        found.stream()
                .filter(name -> name.startsWith(prefix) && !known.contains(name) && WARNED.add(name))
                .sorted()
                .forEach(name -> LOG.warn("{}", warning(name, where, known)));
    }

    private static String warning(String name, String where, List<String> known) {
        String advice = nearest(name, known)
                .map(near -> "Is %s meant?".formatted(near))
                .orElseGet(() -> "Those that it reads are " + String.join(", ", known) + ".");
        return "The %s %s is no setting of Palindrome's and has no effect. %s".formatted(where, name, advice);
    }

    private static Optional<String> nearest(String name, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(name, each)))
                .filter(near -> distance(name, near) <= MOST_WRONG_LETTERS);
    }

    /** How many letters have to be put in, taken out or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
