package dev.palindrome.seed.suggestion;

import dev.palindrome.seed.values.Hashes;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** A faker whose next values depend on nothing but a number. It is only made when it is needed: that takes a while. */
public final class SeededFaker {

    private final Random random = new Random(0);
    private @Nullable Faker faker;

    /** Always the same object, in a state that follows from the seed. */
    public Faker at(long seed) {
        Faker made = faker == null ? new Faker(Locale.ENGLISH, random) : faker;
        faker = made;
        random.setSeed(Hashes.mix(seed));
        return made;
    }
}
