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

    /** Another one for each seed. */
    public static Faker of(long seed) {
        Datafaker.require();
        return new Faker(Locale.ENGLISH, new Random(seed));
    }

    /** Always the same object, in a state that follows from the seed. */
    public Faker at(long seed) {
        Datafaker.require();
        Faker made = faker == null ? new Faker(Locale.ENGLISH, random) : faker;
        faker = made;
        random.setSeed(Hashes.mix(seed));
        return made;
    }
}
