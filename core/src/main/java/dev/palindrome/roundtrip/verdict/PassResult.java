package dev.palindrome.roundtrip.verdict;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.SchemaDiff;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pass has found out about a migration, or a part of it. Immutable; several are put together by {@link #and}.
 *
 * @param migration which
 * @param took how long it took, by pass
 * @param observations what speaks for a verdict
 * @param dataLosses what did not come back
 * @param undoDraft an undo written for it
 * @param notes what else is worth knowing
 * @param uncertain whether something may be wrong whose cause is not certain: then it is looked at by itself
 */
public record PassResult(
        Migration migration,
        Map<Pass, Duration> took,
        List<Observation> observations,
        List<DataLoss> dataLosses,
        Optional<UndoDraft> undoDraft,
        List<String> notes,
        boolean uncertain) {

    public PassResult {
        took = Map.copyOf(took);
        observations = List.copyOf(observations);
        dataLosses = List.copyOf(dataLosses);
        notes = List.copyOf(notes);
    }

    /** Nothing found out yet. */
    public static PassResult of(Migration migration) {
        return new PassResult(migration, Map.of(), List.of(), List.of(), Optional.empty(), List.of(), false);
    }

    /** Of a migration before which one has failed. */
    public static PassResult notReached(Migration migration, Migration failed) {
        return of(migration).finding(Verdict.NOT_REACHED, "It comes after " + failed + ", which fails.");
    }

    public PassResult taking(Pass pass, Duration time) {
        return and(new PassResult(
                migration, Map.of(pass, time), List.of(), List.of(), Optional.empty(), List.of(), false));
    }

    public PassResult finding(Verdict verdict, String reason) {
        return observing(Observation.of(verdict, reason));
    }

    public PassResult finding(Verdict verdict, MigrationException failure) {
        return finding(verdict, String.valueOf(failure.getMessage()), failure);
    }

    /** @param reason the failure's message, and what else there is to say of it */
    public PassResult finding(Verdict verdict, String reason, MigrationException failure) {
        return observing(Observation.of(verdict, reason, failure));
    }

    public PassResult finding(Verdict verdict, SchemaDiff difference) {
        return observing(Observation.of(verdict, difference));
    }

    private PassResult observing(Observation observation) {
        return and(new PassResult(
                migration, Map.of(), List.of(observation), List.of(), Optional.empty(), List.of(), false));
    }

    /** No loss at all finds nothing. */
    public PassResult losing(List<DataLoss> losses) {
        return losses.isEmpty()
                ? this
                : and(new PassResult(
                        migration,
                        Map.of(),
                        List.of(Observation.of(Verdict.DATA_LOST, "")),
                        losses,
                        Optional.empty(),
                        List.of(),
                        false));
    }

    public PassResult drafting(UndoDraft draft) {
        return and(new PassResult(migration, Map.of(), List.of(), List.of(), Optional.of(draft), List.of(), false));
    }

    public PassResult noting(String note) {
        return and(new PassResult(migration, Map.of(), List.of(), List.of(), Optional.empty(), List.of(note), false));
    }

    /** Something may be wrong whose cause is not certain. */
    public PassResult doubting() {
        return new PassResult(migration, took, observations, dataLosses, undoDraft, notes, true);
    }

    /** Both together. Of times, losses and drafts the later one's count. */
    public PassResult and(PassResult later) {
        Map<Pass, Duration> times = new EnumMap<>(Pass.class);
        times.putAll(took);
        times.putAll(later.took);
        return new PassResult(
                migration,
                times,
                Stream.concat(observations.stream(), later.observations.stream())
                        .toList(),
                later.dataLosses.isEmpty() ? dataLosses : later.dataLosses,
                later.undoDraft.or(() -> undoDraft),
                Stream.concat(notes.stream(), later.notes.stream()).distinct().toList(),
                uncertain || later.uncertain);
    }

    public boolean has(Verdict verdict) {
        return observations.stream().anyMatch(observation -> observation.verdict() == verdict);
    }

    /** Whether there is a fault already, declared or not. */
    public boolean isFaulty() {
        return observations.stream()
                .anyMatch(observation -> !observation.verdict().passes());
    }

    /** Whether it is to be looked at by itself. Where there is no way back at all, that would not tell more. */
    public boolean needsSecondLook() {
        return uncertain && !has(Verdict.NOT_RESTORED) && !has(Verdict.UNDO_FAILED) && !has(Verdict.UNDO_MISSING);
    }

    /** Whether there is no good way back yet, and nobody has written a better one. */
    public boolean needsDraft() {
        return undoDraft.isEmpty()
                && (has(Verdict.NOT_RESTORED) || has(Verdict.UNDO_FAILED) || has(Verdict.UNDO_MISSING));
    }

    /** Where the schema from before the migration is not there again, there is nothing to hold rows against. */
    boolean leavesRowsUncompared() {
        return has(Verdict.NOT_RESTORED) || has(Verdict.UNDO_FAILED);
    }

    Duration time(Pass pass) {
        return took.getOrDefault(pass, Duration.ZERO);
    }
}
