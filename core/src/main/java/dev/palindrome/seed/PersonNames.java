package dev.palindrome.seed;

import dev.palindrome.seed.suggestion.Datafaker;
import dev.palindrome.seed.suggestion.NameLists;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What persons are called, by the lists that Datafaker makes names from: English, German, French, Spanish, Portuguese, Italian,
 * Dutch, Swedish and Polish.
 */
public final class PersonNames {

    private final Set<String> firstNames;
    private final Set<String> lastNames;

    private PersonNames(NameLists lists) {
        this.firstNames = lists.firstNames();
        this.lastNames = lists.lastNames();
    }

    /** Read when they are first asked for: that takes a while. */
    private static final class Known {
        static final Optional<PersonNames> NAMES =
                Datafaker.isPresent() ? Optional.of(new PersonNames(NameLists.read())) : Optional.empty();

        private Known() {}
    }

    /**
     * The lists.
     *
     * @return empty where Datafaker is not on the class path
     */
    public static Optional<PersonNames> known() {
        return Known.NAMES;
    }

    /**
     * Whether it is somebody's first name.
     *
     * @param name in upper or lower case
     * @return false for one that is on none of the lists
     */
    public boolean isFirst(String name) {
        return firstNames.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether it is somebody's last name.
     *
     * @param name in upper or lower case
     * @return false for one that is on none of the lists
     */
    public boolean isLast(String name) {
        return lastNames.contains(name.toLowerCase(Locale.ROOT));
    }
}
