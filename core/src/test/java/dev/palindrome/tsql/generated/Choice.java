package dev.palindrome.tsql.generated;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws what stands where T-SQL leaves a choice. The same seed draws the same. */
final class Choice {

    private final Random random;

    Choice(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String of(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    @SafeVarargs
    final String from(Supplier<String>... makers) {
        return makers[random.nextInt(makers.length)].get();
    }

    /** The text with a blank before it, or nothing. */
    String maybe(int percent, String text) {
        return chance(percent) ? " " + text : "";
    }

    String maybe(int percent, Supplier<String> maker) {
        return chance(percent) ? " " + maker.get() : "";
    }

    /** One to that many, between commas. */
    String list(int most, Supplier<String> maker) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(n -> maker.get())
                .collect(Collectors.joining(", "));
    }
}
