package dev.palindrome.seed;

import dev.palindrome.seed.suggestion.WordLists;
import java.util.List;

/**
 * Names and words to put made-up values together from: Datafaker's lists, read once, or a short one of our own where Datafaker is
 * not on the class path. All are of ASCII letters.
 */
public enum FakeWords {
    /** First names. */
    FIRST_NAMES("name.male_first_name", "name.female_first_name"),
    /** Last names. */
    LAST_NAMES("name.last_name"),
    /** What ends the name of a street, such as {@code Avenue}. */
    STREET_ENDINGS("address.street_suffix"),
    /** What begins the name of a town, such as {@code North}. */
    TOWN_BEGINNINGS("address.city_prefix"),
    /** What ends the name of a town, such as {@code ville}. */
    TOWN_ENDINGS("address.city_suffix"),
    /** Countries by their English names. */
    COUNTRIES("address.country"),
    /** What ends the name of a company, such as {@code Group}. */
    COMPANY_ENDINGS("company.suffix"),
    /** Words of texts that mean nothing. */
    WORDS("lorem.words");

    private final List<String> lists;

    FakeWords(String... lists) {
        this.lists = List.of(lists);
    }

    /**
     * All there are.
     *
     * @return at least ten, always in the same order
     */
    public List<String> all() {
        return WordLists.of(this, lists);
    }
}
