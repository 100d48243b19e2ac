package dev.palindrome.seed;

import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;

/** The number that all random numbers follow from. */
public final class RandomSeed {

    /** Any number does; always the same unless the setting says otherwise, so that a test sees the same rows at every run. */
    public static final long DEFAULT = 20260401;

    private RandomSeed() {}

    /**
     * The seed that a run uses, to be shown when a test fails.
     *
     * @param settings where {@code palindrome.random-seed} is looked up
     * @return the setting, or the default
     * @throws SeedException if the setting is no whole number
     */
    public static long of(Settings settings) {
        return settings.find(Setting.RANDOM_SEED).map(RandomSeed::parse).orElse(DEFAULT);
    }

    private static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new SeedException("%s is \"%s\": it must be a whole number, such as %d, which is the default."
                    .formatted(Setting.RANDOM_SEED, text, DEFAULT));
        }
    }
}
