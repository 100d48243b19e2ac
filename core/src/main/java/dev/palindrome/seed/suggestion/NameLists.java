package dev.palindrome.seed.suggestion;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.datafaker.Faker;

/**
 * The lists that Datafaker makes names from.
 *
 * @param firstNames in lower case
 * @param lastNames in lower case
 */
public record NameLists(Set<String> firstNames, Set<String> lastNames) {

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "pt", "pt-BR", "it", "nl", "sv", "pl");

    private static final List<String> FIRST =
            List.of("name.first_name", "name.male_first_name", "name.female_first_name");

    private static final List<String> LAST = List.of("name.last_name");

    /** Goes through all languages. */
    public static NameLists read() {
        Set<String> first = new HashSet<>();
        Set<String> last = new HashSet<>();
        for (String language : LANGUAGES) {
            Faker faker = new Faker(Locale.forLanguageTag(language), new Random(0));
            FIRST.forEach(key -> addAll(faker, key, first));
            LAST.forEach(key -> addAll(faker, key, last));
        }
        return new NameLists(Set.copyOf(first), Set.copyOf(last));
    }

    /** A list may be missing in a language, or be made of others. */
    private static void addAll(Faker faker, String key, Set<String> names) {
        Object list = faker.fakeValuesService().fetchObject(key, faker.getContext());
        if (list instanceof List<?> entries) {
            for (Object entry : entries) {
                String name = String.valueOf(entry);
                if (!name.contains("#{")) {
                    names.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}
