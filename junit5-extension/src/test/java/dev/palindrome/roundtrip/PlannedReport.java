package dev.palindrome.roundtrip;

import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.verdict.Finding;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Round trips that nobody has made, for tests of what is done with results. */
public final class PlannedReport {

    private PlannedReport() {}

    public static RoundTripReport of(RoundTrip... trips) {
        return new RoundTripReport(List.of(trips));
    }

    public static RoundTrip reversible(String script, String undo) {
        return trip(script, Optional.of(undo), Verdict.REVERSIBLE, Optional.empty());
    }

    public static RoundTrip noted(String script, String undo, String note) {
        return trip(script, Optional.of(undo), Verdict.REVERSIBLE, Optional.empty(), note);
    }

    public static RoundTrip repeatable(String script) {
        return trip(script, Optional.empty(), Verdict.REVERSIBLE, Optional.empty());
    }

    public static RoundTrip withoutUndo(String script, String draft) {
        UndoDraft written = new UndoDraft(draft, "tried: restores the schema", true);
        return trip(script, Optional.empty(), Verdict.UNDO_MISSING, Optional.of(written));
    }

    private static RoundTrip trip(
            String script, Optional<String> undo, Verdict verdict, Optional<UndoDraft> draft, String... notes) {
        SchemaDiff none = SchemaSnapshot.empty().diff(SchemaSnapshot.empty());
        return new RoundTrip(new Finding(
                migration(script),
                undo,
                verdict,
                "",
                none,
                List.of(),
                draft,
                List.of(notes),
                Duration.ofMillis(12),
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty()));
    }

    private static Migration migration(String script) {
        String[] parts = script.replace(".sql", "").split("__", 2);
        String version = parts[0].equals("R") ? "R" : parts[0].substring(1);
        return new Migration(version, parts[1].replace('_', ' '), script);
    }
}
