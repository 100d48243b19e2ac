package dev.palindrome.settings;

import dev.palindrome.text.NearestName;
import dev.palindrome.text.VisibleLog;
import java.util.Collection;
import java.util.List;
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
        String advice = NearestName.of(name, known)
                .map(near -> "Is %s meant?".formatted(near))
                .orElseGet(() -> "Those that it reads are " + String.join(", ", known) + ".");
        return "The %s %s is no setting of Palindrome's and has no effect. %s".formatted(where, name, advice);
    }
}
