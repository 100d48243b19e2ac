package dev.palindrome.report.ci;

import dev.palindrome.check.CheckedScript;
import dev.palindrome.check.Finding;
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
 * @param kind how it fails: a verdict of the round trip, or the code of a finding
 * @param severity as GitLab calls it
 * @param migration its script, and of several problems of one kind in it which one
 * @param name such as {@code V3 add comments}
 * @param text what is wrong, in a line or two
 * @param file the path in the repository of the script to look at; empty where it is not certain
 * @param line of the statement that failed, where that is known
 */
record MigrationProblem(
        String kind,
        String severity,
        String migration,
        String name,
        String text,
        Optional<String> file,
        Optional<Integer> line) {

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
                        Verdict.MIGRATION_FAILED.name(),
                        severity(Verdict.MIGRATION_FAILED),
                        script,
                        script,
                        "A test class's database cannot be made:\n  "
                                + OneLine.of(
                                        failure.getMessage().lines().findFirst().orElse("")),
                        failure.source().flatMap(source -> files.find(script, source)),
                        failure.place().map(ScriptPlace::line)));
    }

    /** What a check has found. */
    static List<MigrationProblem> found(List<CheckedScript> scripts, RepositoryFiles files) {
        return scripts.stream()
                .flatMap(script -> script.findings().stream())
                .map(finding -> of(finding, files))
                .toList();
    }

    private static MigrationProblem of(Finding finding, RepositoryFiles files) {
        return new MigrationProblem(
                finding.code(),
                "major",
                finding.script() + " " + finding.message(),
                finding.script(),
                finding.message(),
                files.find(finding.script(), finding.source()),
                Optional.of(finding.line()));
    }

    private static String severity(Verdict verdict) {
        return switch (verdict) {
            case MIGRATION_FAILED -> "blocker";
            case UNDO_MISSING, UNDO_FAILED, DATA_LOST -> "critical";
            case DECLARATION_UNNEEDED -> "minor";
            default -> "major";
        };
    }

    private static MigrationProblem of(RoundTrip trip, RoundTripReport report, RepositoryFiles files) {
        String script = script(trip);
        return new MigrationProblem(
                trip.verdict().name(),
                severity(trip.verdict()),
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
