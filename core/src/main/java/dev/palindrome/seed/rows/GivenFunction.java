package dev.palindrome.seed.rows;

import dev.palindrome.seed.suggestion.SeededFaker;
import java.util.function.BiFunction;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** What a user's function makes of a row. Only one that wants a faker needs Datafaker. */
@FunctionalInterface
interface GivenFunction {

    /**
     * A value.
     *
     * @param faker for all
     * @param seed of this row and column
     * @param row its number in the fill, from 0
     */
    @Nullable Object of(SeededFaker faker, long seed, int row);

    static GivenFunction faked(BiFunction<Faker, Integer, ? extends @Nullable Object> function) {
        return (faker, seed, row) -> function.apply(faker.at(seed), row);
    }
}
