package dev.palindrome.seed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells the rows of one plan from those of another. */
final class SeedFingerprint {

    private SeedFingerprint() {}

    static Optional<String> of(List<SeedStep> steps, OptionalLong randomSeed) {
        return Optional.empty();
    }
}
