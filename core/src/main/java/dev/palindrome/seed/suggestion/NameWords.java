package dev.palindrome.seed.suggestion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that a name is made of: those of {@code billingCity}, {@code billing_city} and {@code BILLING_CITY} are
 * "billing" and "city".
 *
 * @param words in lower case
 */
record NameWords(List<String> words) {

    private static final String BORDERS = "[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})";

    static NameWords of(String name) {
        return new NameWords(Stream.of(name.split(BORDERS))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** What is known about the longest ending of the name: of "last" "name" rather than of "name". */
    <T> Optional<T> ending(Map<String, T> known) {
        for (int from = 0; from < words.size(); from++) {
            T found = known.get(String.join(" ", words.subList(from, words.size())));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The last word, in the singular as far as that is a matter of an s. */
    String last() {
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (last.endsWith("ies")) {
            return last.substring(0, last.length() - 3) + "y";
        }
        return last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    }
}
