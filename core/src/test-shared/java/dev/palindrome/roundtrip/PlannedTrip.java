package dev.palindrome.roundtrip;

import dev.palindrome.engine.Approximation;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.roundtrip.verdict.Finding;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A round trip that nobody has made, for tests of what is done with results. */
public record PlannedTrip(
        Migration migration,
        Verdict verdict,
        String reason,
        SchemaDiff schemaDiff,
        List<DataLoss> dataLosses,
        Optional<UndoDraft> draft,
        List<String> notes,
        Optional<ScriptPlace> place,
        RoundTripEvidence evidence) {

    public static PlannedTrip of(String version, String description, Verdict verdict) {
        String name = (version.equals("R") ? "R" : "V" + version) + "__" + description.replace(' ', '_') + ".sql";
        SchemaDiff none = SchemaSnapshot.empty().diff(SchemaSnapshot.empty());
        return new PlannedTrip(
                new Migration(version, description, name),
                verdict,
                "",
                none,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                RoundTripEvidence.NONE);
    }

    public static RoundTripReport report(PlannedTrip... trips) {
        return new RoundTripReport(
                List.of(trips).stream().map(PlannedTrip::made).toList());
    }

    public static RoundTripReport reportOf(RoundTrip... trips) {
        return new RoundTripReport(List.of(trips));
    }

    public static RoundTripReport report(RoundTripRun run, PlannedTrip... trips) {
        return new RoundTripReport(
                List.of(trips).stream().map(PlannedTrip::made).toList(), Optional.of(run), Map.of());
    }

    public static RoundTripReport report(Map<String, String> sources, PlannedTrip... trips) {
        return new RoundTripReport(
                List.of(trips).stream().map(PlannedTrip::made).toList(), Optional.empty(), sources);
    }

    public PlannedTrip because(String why) {
        return new PlannedTrip(migration, verdict, why, schemaDiff, dataLosses, draft, notes, place, evidence);
    }

    public PlannedTrip differing(String expected, String actual) {
        SchemaDiff diff = schema(expected).diff(schema(actual));
        return new PlannedTrip(migration, verdict, reason, diff, dataLosses, draft, notes, place, evidence);
    }

    private static SchemaSnapshot schema(String lines) {
        return SchemaSnapshot.parse("palindrome schema 1\n" + lines);
    }

    public PlannedTrip losing(DataLoss... losses) {
        return new PlannedTrip(migration, verdict, reason, schemaDiff, List.of(losses), draft, notes, place, evidence);
    }

    public PlannedTrip drafted(String sql, String outcome) {
        Optional<UndoDraft> written = Optional.of(new UndoDraft(sql, outcome, outcome.startsWith("tried: restores")));
        return new PlannedTrip(migration, verdict, reason, schemaDiff, dataLosses, written, notes, place, evidence);
    }

    public PlannedTrip noting(String... more) {
        return new PlannedTrip(
                migration, verdict, reason, schemaDiff, dataLosses, draft, List.of(more), place, evidence);
    }

    /** With the scripts, the schemas around it and a table that held rows. */
    public PlannedTrip resting(String script, String undoScript, String before, String after, String table, int rows) {
        return new PlannedTrip(
                migration,
                verdict,
                reason,
                schemaDiff,
                dataLosses,
                draft,
                notes,
                place,
                RoundTripEvidence.ofScripts(
                                Optional.of(script), Optional.of(undoScript).filter(text -> !text.isEmpty()))
                        .reaching(schema(before), schema(after), Map.of(table, rows)));
    }

    public PlannedTrip failingAt(String script, int line) {
        Optional<ScriptPlace> where = Optional.of(new ScriptPlace(script, line));
        return new PlannedTrip(migration, verdict, reason, schemaDiff, dataLosses, draft, notes, where, evidence);
    }

    public RoundTrip made() {
        return made(List.of());
    }

    public RoundTrip made(List<NotCompared> notCompared) {
        return made(notCompared, List.of());
    }

    public RoundTrip made(List<NotCompared> notCompared, List<Approximation> approximations) {
        boolean undone = verdict != Verdict.UNDO_MISSING && !migration.isRepeatable();
        Finding finding = new Finding(
                migration,
                Optional.of("U" + migration.script().substring(1)).filter(undo -> undone),
                verdict,
                reason,
                schemaDiff,
                dataLosses,
                draft,
                notes,
                Duration.ofMillis(12),
                undone ? Duration.ofMillis(3) : Duration.ZERO,
                undone ? Duration.ofMillis(10) : Duration.ZERO,
                place);
        return new RoundTrip(finding, notCompared, approximations, evidence);
    }
}
