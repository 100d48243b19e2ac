package dev.palindrome.roundtrip;

import dev.palindrome.error.PalindromeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a verification of round trips leaves out, and what it adds. Immutable: each method returns another one.
 *
 * <pre>{@code
 * RoundTripOptions.none().exclude("7", "the old passwords are gone").rows(new OrdersOfAllKinds())
 * }</pre>
 */
public final class RoundTripOptions {

    private static final RoundTripOptions NONE = new RoundTripOptions(Map.of(), List.of());

    private final Map<String, String> excluded;
    private final List<VersionRows> rows;

    private RoundTripOptions(Map<String, String> excluded, List<VersionRows> rows) {
        this.excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        this.rows = List.copyOf(rows);
    }

    /**
     * Every migration is judged, with generated rows alone.
     *
     * @return to begin with
     */
    public static RoundTripOptions none() {
        return NONE;
    }

    /**
     * Lets a version pass through without being judged.
     *
     * @param version as in the file's name
     * @param reason shown in the report
     * @return these options with that exclusion
     * @throws PalindromeException if no reason is given
     */
    public RoundTripOptions exclude(String version, String reason) {
        if (reason.isBlank()) {
            throw new PalindromeException(
                    "Version " + version + " is excluded without a reason. Say why: the report" + " shows it.");
        }
        Map<String, String> more = new LinkedHashMap<>(excluded);
        more.put(Objects.requireNonNull(version, "version"), reason);
        return new RoundTripOptions(more, rows);
    }

    /**
     * Puts rows of one's own beside the generated ones.
     *
     * @param own puts them in, behind those of earlier calls
     * @return these options with those rows
     */
    public RoundTripOptions rows(VersionRows own) {
        List<VersionRows> more = new ArrayList<>(rows);
        more.add(Objects.requireNonNull(own, "rows"));
        return new RoundTripOptions(excluded, more);
    }

    /**
     * What is not judged.
     *
     * @return reasons by version
     */
    public Map<String, String> excluded() {
        return excluded;
    }

    /**
     * Rows of one's own.
     *
     * @return in the order in which they are put in
     */
    public List<VersionRows> rows() {
        return rows;
    }
}
