package dev.palindrome.junit5.scope;

import dev.palindrome.seed.RandomSeed;
import dev.palindrome.seed.SeedException;
import dev.palindrome.settings.Settings;

/** Goes with a test's failure, among its suppressed exceptions: what makes the same rows once more. */
final class RandomSeedNote extends Exception {

    private static final long serialVersionUID = 1L;

    private RandomSeedNote(long seed) {
        super("The rows of @Seed were made with palindrome.random-seed=" + seed + ".", null, false, false);
    }

    static void addTo(Throwable failure, Settings settings) {
        try {
            failure.addSuppressed(new RandomSeedNote(RandomSeed.of(settings)));
        } catch (SeedException e) {
            failure.addSuppressed(e);
        }
    }
}
