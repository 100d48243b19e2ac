package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes undo scripts from schemas, and tries them. */
public final class UndoDrafting {

    private static final String RESTORES = "tried: restores the schema";

    /** Of a migration that only changes rows. */
    private static final UndoDraft NO_CHANGE = new UndoDraft(
            "-- data: the migration does not change the schema. What it does to rows, a draft cannot take back.\n",
            "the schema did not change, and no draft brings data back");

    private UndoDrafting() {}

    static String sql(SchemaSnapshot from, SchemaSnapshot to) {
        return SchemaChange.from(from, to).sql();
    }

    /**
     * Tries an undo for a migration, in a database in which it has gone up.
     *
     * @return whether the database is as it was before the migration now
     */
    public static boolean tryOut(ScratchDatabase workbench, Connection connection, MigrationUnderTest leg)
            throws SQLException {
        if (leg.before.diff(leg.after).isEmpty()) {
            leg.draft(NO_CHANGE);
            return true;
        }
        SchemaChange change = leg.renames()
                ? SchemaChange.from(leg.after, leg.before)
                : SchemaChange.withoutRenames(leg.after, leg.before);
        String sql = change.sql();
        try {
            workbench.run(connection, "draft of an undo for " + leg.migration().script(), sql);
        } catch (SQLException | RuntimeException e) {
            leg.draft(new UndoDraft(sql, "tried: fails, " + firstLine(e)));
            return false;
        }
        SchemaDiff left = leg.before.diff(workbench.lookAgain(connection, leg.touchedUp));
        boolean restores = left.isEmpty() || left.isOnlyColumnOrder();
        leg.draft(new UndoDraft(sql, left.isEmpty() ? RESTORES + caveats(change) : outcome(restores, left, change)));
        return restores;
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
