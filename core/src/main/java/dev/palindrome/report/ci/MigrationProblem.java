package dev.palindrome.report.ci;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.text.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * A migration that fails, and where somebody has to look.
 *
 * @param verdict how it fails
 * @param migration its script
 * @param name such as {@code V3 add comments}
 * @param text what is wrong, in a line or two
 * @param file the path in the repository of the script to look at; empty where it is not certain
 * @param line of the statement that failed, where that is known
 */
record MigrationProblem(
        Verdict verdict, String migration, String name, String text, Optional<String> file, Optional<Integer> line) {

    /** Those that were not reached are left out: there is nothing to look at in their scripts. */
    static List<MigrationProblem> in(RoundTripReport report, RepositoryFiles files) {
        return report.roundTrips().stream()
                .filter(trip -> !trip.verdict().passes() && trip.verdict() != Verdict.NOT_REACHED)
                .map(trip -> of(trip, report, files))
                .toList();
    }

    /** Of a database that cannot be made; none where no script is to blame. */
    static Optional<MigrationProblem> of(MigrationException failure, RepositoryFiles files) {
        return failure.script()
                .map(script -> new MigrationProblem(
                        Verdict.MIGRATION_FAILED,
                        script,
                        script,
                        "A test class's database cannot be made:\n  "
                                + OneLine.of(
                                        failure.getMessage().lines().findFirst().orElse("")),
                        failure.source().flatMap(source -> files.find(script, source)),
                        failure.place().map(ScriptPlace::line)));
    }

    private static MigrationProblem of(RoundTrip trip, RoundTripReport report, RepositoryFiles files) {
        String script = script(trip);
        return new MigrationProblem(
                trip.verdict(),
                trip.migration().script(),
                name(trip),
                trip.summary() + draft(trip),
                report.sourceOf(script).flatMap(source -> files.find(script, source)),
                trip.place().map(ScriptPlace::line));
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

    private static String name(RoundTrip trip) {
        return (trip.migration().isRepeatable() ? "R" : "V" + trip.migration().version()) + " "
                + trip.migration().description();
    }

    /** Its place alone: on these pages nobody copies it. */
    private static String draft(RoundTrip trip) {
        return trip.draftFile()
                .map(file -> "\nA draft of an undo is in " + file.toString().replace('\\', '/') + ".")
                .orElse("");
    }
}
