package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes undo scripts from schemas, and tries them. */
final class UndoDrafting {

    private static final String RESTORES = "tried: restores the schema";

    /** Of a migration that only changes rows. */
    private static final UndoDraft NO_CHANGE = new UndoDraft(
            "-- data: the migration does not change the schema. What it does to rows, a draft cannot take back.\n",
            "the schema did not change, and no draft brings data back");

    private UndoDrafting() {}

    static String sql(SchemaSnapshot from, SchemaSnapshot to) {
        return SchemaChange.from(from, to).sql();
    }

    /** Tries an undo for a migration, in a database in which it has gone up. */
    static TriedDraft tryOut(ScratchDatabase scratch, Connection connection, MigrationEffect effect)
            throws SQLException {
        MigrationUnderTest migration = effect.migration();
        if (effect.before().diff(effect.after()).isEmpty()) {
            return new TriedDraft(NO_CHANGE, true);
        }
        SchemaChange change = migration.renames()
                ? SchemaChange.from(effect.after(), effect.before())
                : SchemaChange.withoutRenames(effect.after(), effect.before());
        String sql = change.sql();
        try {
            scratch.run(
                    connection, "draft of an undo for " + migration.migration().script(), sql);
        } catch (SQLException | RuntimeException e) {
            return new TriedDraft(new UndoDraft(sql, "tried: fails, " + firstLine(e)), false);
        }
        SchemaDiff left = effect.before().diff(scratch.lookAgain(connection, migration.touchedUp()));
        boolean restores = left.isEmpty() || left.isOnlyColumnOrder();
        String outcome = left.isEmpty() ? RESTORES + caveats(change) : outcome(restores, left, change);
        return new TriedDraft(new UndoDraft(sql, outcome), restores);
    }

    private static String outcome(boolean restores, SchemaDiff left, SchemaChange change) {
        return restores
                ? RESTORES + ", but for the order of columns" + caveats(change)
                : "tried: leaves differences" + caveats(change) + "\n"
                        + left.toString().stripTrailing();
    }

    private static String caveats(SchemaChange change) {
        return (has(change, "data:") ? "; does not bring back data: read its comments, and look for renames" : "")
                + (has(change, "renamed:") ? "; takes something for renamed: read its comments" : "");
    }

    private static boolean has(SchemaChange change, String kind) {
        return change.notes().stream().anyMatch(note -> note.startsWith(kind));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
