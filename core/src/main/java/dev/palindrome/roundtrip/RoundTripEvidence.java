package dev.palindrome.roundtrip;

import dev.palindrome.schema.SchemaSnapshot;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a verdict rests on, for whoever shows it.
 *
 * @param script the migration's script as its author wrote it, placeholders not filled in; empty for a Java migration
 * @param undoScript the undo script as its author wrote it; empty where there is none
 * @param schemas what the first way up found and left; empty where the migration was not reached, or is repeatable
 * @param rowsBefore how many rows there were before the migration, by table, of those that it or its undo may touch
 */
public record RoundTripEvidence(
        Optional<String> script,
        Optional<String> undoScript,
        Optional<Schemas> schemas,
        SortedMap<String, Integer> rowsBefore) {

    /** Where nothing is known. */
    public static final RoundTripEvidence NONE =
            new RoundTripEvidence(Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptySortedMap());

    /**
     * The schema on both sides of a migration.
     *
     * @param before it
     * @param after it
     */
    public record Schemas(SchemaSnapshot before, SchemaSnapshot after) {}

    /**
     * Makes one.
     *
     * @param script see above
     * @param undoScript see above
     * @param schemas see above
     * @param rowsBefore see above
     */
    public RoundTripEvidence {
        rowsBefore = Collections.unmodifiableSortedMap(new TreeMap<>(rowsBefore));
    }

    static RoundTripEvidence ofScripts(Optional<String> script, Optional<String> undoScript) {
        return new RoundTripEvidence(script, undoScript, Optional.empty(), Collections.emptySortedMap());
    }

    RoundTripEvidence reaching(SchemaSnapshot before, SchemaSnapshot after, Map<String, Integer> rows) {
        return new RoundTripEvidence(script, undoScript, Optional.of(new Schemas(before, after)), new TreeMap<>(rows));
    }
}
