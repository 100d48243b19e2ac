package dev.palindrome.report.ci;

import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A migration that fails, and where somebody has to look.
 *
 * @param trip what came of it
 * @param script to look at
 * @param file its path in the repository; empty where it is not certain
 * @param line of the statement that failed, where that is known
 */
record MigrationProblem(RoundTrip trip, String script, Optional<String> file, Optional<Integer> line) {

    /** Those that were not reached are left out: there is nothing to look at in their scripts. */
    static List<MigrationProblem> in(RoundTripReport report, RepositoryFiles files) {
        return report.roundTrips().stream()
                .filter(trip -> !trip.verdict().passes() && trip.verdict() != Verdict.NOT_REACHED)
                .map(trip -> of(trip, report, files))
                .toList();
    }

    private static MigrationProblem of(RoundTrip trip, RoundTripReport report, RepositoryFiles files) {
        String script = script(trip);
        Optional<String> file = report.sourceOf(script).flatMap(source -> files.find(script, source));
        return new MigrationProblem(trip, script, file, trip.place().map(ScriptPlace::line));
    }

    /** The one that failed; or else the undo, unless the migration alone is to blame. */
    private static String script(RoundTrip trip) {
        String migration = trip.migration().script();
        return trip.place()
                .map(ScriptPlace::script)
                .or(() -> trip.undo()
                        .filter(undo -> trip.verdict() != Verdict.MIGRATION_FAILED
                                && !trip.migration().isRepeatable()))
                .orElse(migration);
    }

    /** Such as {@code V3 add comments}. */
    String title() {
        return (trip.migration().isRepeatable() ? "R" : "V" + trip.migration().version()) + " "
                + trip.migration().description();
    }
}
