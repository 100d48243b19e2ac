package dev.palindrome.seed.suggestion;

import dev.palindrome.seed.FakeWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** Datafaker's lists of names and words, whole: to draw from a list in memory takes nothing, to ask a faker some µs. */
public final class WordLists {

    /** Fewer would give the same names all over. */
    private static final int LEAST = 10;

    private static final Map<FakeWords, List<String>> READ = new ConcurrentHashMap<>();

    private WordLists() {}

    /**
     * The words of a kind.
     *
     * @param kind of words
     * @param keys of Datafaker's lists
     * @return our own where Datafaker is not there, or has no such list any more
     */
    public static List<String> of(FakeWords kind, List<String> keys) {
        return READ.computeIfAbsent(kind, absent -> read(kind, keys));
    }

    private static List<String> read(FakeWords kind, List<String> keys) {
        List<String> read = Datafaker.isPresent() ? FromDatafaker.read(keys) : List.of();
        return read.size() < LEAST ? OwnWords.of(kind) : read;
    }

    /** Apart, so that the other class can be loaded without Datafaker. */
    private static final class FromDatafaker {

        static List<String> read(List<String> keys) {
            Faker faker = SeededFaker.of(0);
            return keys.stream()
                    .flatMap(key -> {
                        Object list = faker.fakeValuesService().fetchObject(key, faker.getContext());
                        return list instanceof List<?> words ? words.stream() : Stream.<Object>empty();
                    })
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(word -> !word.contains("#")
                            && StandardCharsets.US_ASCII.newEncoder().canEncode(word))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
