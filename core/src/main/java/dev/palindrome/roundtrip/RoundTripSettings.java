package dev.palindrome.roundtrip;

import dev.palindrome.seed.RandomSeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked at, and how strictly.
 *
 * @param upTo the last version to look at; empty for all
 * @param from the first version to look at: older ones are taken as given; empty for all
 * @param excluded reasons by version: what is passed through without being judged
 * @param strictColumnOrder whether a column that comes back in another place is a fault
 * @param randomSeed the number that generated rows follow from
 * @param rows the user's own
 */
public record RoundTripSettings(
        Optional<String> upTo,
        Optional<String> from,
        Map<String, String> excluded,
        boolean strictColumnOrder,
        long randomSeed,
        List<VersionRows> rows) {

    /** Everything, and another order of columns is no fault. */
    public static final RoundTripSettings DEFAULT =
            new RoundTripSettings(Optional.empty(), Optional.empty(), Map.of(), false, RandomSeed.DEFAULT);

    /**
     * Copies the exclusions.
     *
     * @param upTo the last version to look at
     * @param from the first version to look at
     * @param excluded reasons by version
     * @param strictColumnOrder whether the order of columns counts
     * @param randomSeed the number that generated rows follow from
     * @param rows the user's own
     */
    public RoundTripSettings {
        excluded = Map.copyOf(excluded);
        rows = List.copyOf(rows);
    }

    /**
     * With generated rows alone.
     *
     * @param upTo the last version to look at
     * @param from the first version to look at
     * @param excluded reasons by version
     * @param strictColumnOrder whether the order of columns counts
     * @param randomSeed the number that generated rows follow from
     */
    public RoundTripSettings(
            Optional<String> upTo,
            Optional<String> from,
            Map<String, String> excluded,
            boolean strictColumnOrder,
            long randomSeed) {
        this(upTo, from, excluded, strictColumnOrder, randomSeed, List.of());
    }
}
