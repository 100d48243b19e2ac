package dev.palindrome.roundtrip.verdict;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything found out about one migration.
 *
 * @param migration what was looked at
 * @param undo what undoes it
 * @param verdict what is to be said of it
 * @param reason why, where the verdict alone does not say it; may be empty
 * @param schemaDiff what differs
 * @param dataLosses what did not come back
 * @param undoDraft an undo written for it
 * @param notes what else is worth knowing
 * @param up how long the way up took
 * @param down how long the way down took
 * @param redo how long the second way up took
 * @param place the line of a script that failed, where one did and it is known
 */
public record Finding(
        Migration migration,
        Optional<String> undo,
        Verdict verdict,
        String reason,
        SchemaDiff schemaDiff,
        List<DataLoss> dataLosses,
        Optional<UndoDraft> undoDraft,
        List<String> notes,
        Duration up,
        Duration down,
        Duration redo,
        Optional<ScriptPlace> place) {

    public static final SchemaDiff NO_DIFFERENCE = SchemaSnapshot.empty().diff(SchemaSnapshot.empty());

    public Finding {
        dataLosses = List.copyOf(dataLosses);
        notes = List.copyOf(notes);
    }

    /** The same of a migration whose undo script holds no statement. */
    Finding neverUndone() {
        return new Finding(
                migration,
                undo,
                verdict,
                reason,
                schemaDiff,
                dataLosses,
                undoDraft,
                notes,
                up,
                Duration.ZERO,
                Duration.ZERO,
                place);
    }

    /** The same with one more note. */
    public Finding noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Finding(
                migration, undo, verdict, reason, schemaDiff, dataLosses, undoDraft, more, up, down, redo, place);
    }

    /** The same, for a migration that is left out. */
    public Finding excluded(String why) {
        return new Finding(
                migration,
                undo,
                Verdict.EXCLUDED,
                why,
                NO_DIFFERENCE,
                List.of(),
                Optional.empty(),
                notes,
                up,
                down,
                redo,
                Optional.empty());
    }
}
