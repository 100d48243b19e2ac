package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.Finding;
import dev.palindrome.schema.Difference;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowRefusal;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.text.FirstLine;
import dev.palindrome.text.VisibleText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes undo scripts from schemas, and tries them. */
final class UndoDrafting {

    /** Of a migration that only changes rows. */
    private static final UndoDraft NO_CHANGE = new UndoDraft(
            "-- data: the migration does not change the schema. What it does to rows, a draft cannot take back.\n",
            "the schema did not change, and no draft brings data back",
            true);

    private static final String MAKES_DATABASES =
            "-- by hand: the migration makes a database (CREATE DATABASE), which stays. Drop it here, or the migration cannot"
                    + " make it again (SQL Server's error 1801).\n";

    private final ScratchDatabase scratch;
    private final MigrationEffect effect;

    private UndoDrafting(ScratchDatabase scratch, MigrationEffect effect) {
        this.scratch = scratch;
        this.effect = effect;
    }

    static String sql(SchemaSnapshot from, SchemaSnapshot to) {
        return SchemaChange.from(from, to).sql();
    }

    /**
     * Tries an undo for a migration, in a database in which it has gone up.
     *
     * @param rows what was there before it, as far as it can be asked for
     */
    static TriedDraft tryOut(
            ScratchDatabase scratch, Connection connection, MigrationEffect effect, Map<Table, RowHashes> rows)
            throws SQLException {
        return new UndoDrafting(scratch, effect).tryOut(connection, rows);
    }

    private TriedDraft tryOut(Connection connection, Map<Table, RowHashes> rows) throws SQLException {
        if (effect.before().diff(effect.after()).isEmpty()) {
            Compared compared = compare(connection, rows);
            return new TriedDraft(
                    sayingWhatElseStays(NO_CHANGE), true, left(scratch.last()), compared.losses(), compared.changed());
        }
        Set<List<String>> movedByOthers = withMovedColumns(effect.after().diff(scratch.last()));
        MigrationUnderTest migration = effect.migration();
        SchemaChange change = change(effect.after());
        try {
            change = change(withWhatBlocks(connection));
            scratch.run(
                    connection, "draft of an undo for " + migration.migration().script(), change.sql());
        } catch (SQLException | RuntimeException e) {
            return failed(change, e);
        }
        SchemaDiff left = left(scratch.lookAgain(connection, migration.touchedUp()));
        SchemaDiff own = left.withoutColumnOrderOf(movedByOthers);
        if (!own.isEmpty() && !own.isOnlyColumnOrder()) {
            String outcome = "tried: leaves differences" + caveats(change) + "\n"
                    + own.toString().stripTrailing();
            return new TriedDraft(new UndoDraft(change.sql(), outcome, false), false, left, List.of(), rows.keySet());
        }
        Compared compared = compare(connection, rows);
        UndoDraft draft = sayingWhatElseStays(restoring(change, own, compared));
        return new TriedDraft(draft, true, left, compared.losses(), compared.changed());
    }

    private UndoDraft sayingWhatElseStays(UndoDraft draft) {
        return effect.migration().makesDatabases()
                ? new UndoDraft(
                        MAKES_DATABASES + draft.sql(), draft.outcome() + "; a database stays: read its comments", true)
                : draft;
    }

    private SchemaDiff left(SchemaSnapshot now) {
        return scratch.foreign().without(effect.before().diff(now));
    }

    private static Set<List<String>> withMovedColumns(SchemaDiff diff) {
        return diff.differences().stream()
                .filter(Difference.ColumnOrder.class::isInstance)
                .map(difference -> difference.object().name())
                .collect(Collectors.toSet());
    }

    private TriedDraft failed(SchemaChange change, Exception e) {
        // A database says also which values it refuses, and these may be anybody's.
        String why =
                RowRefusal.of(e).map(RowRefusal::reason).orElseGet(() -> ErrorText.withoutStatement(FirstLine.of(e)));
        UndoDraft draft = new UndoDraft(change.sql(), "tried: fails, " + why, false);
        return new TriedDraft(
                draft,
                false,
                Finding.NO_DIFFERENCE,
                List.of(),
                effect.rowsBefore().keySet());
    }

    private SchemaChange change(SchemaSnapshot after) {
        MigrationUnderTest migration = effect.migration();
        SchemaSnapshot before = effect.before();
        return migration
                .nameChanges()
                .flatMap(changes -> SchemaChange.undoing(changes, after, before))
                .orElseGet(() -> migration.renames()
                        ? SchemaChange.from(after, before)
                        : SchemaChange.withoutRenames(after, before));
    }

    /** What a repeatable migration has made and an undo failed at is there in production: the draft has to drop it. */
    private SchemaSnapshot withWhatBlocks(Connection connection) throws SQLException {
        List<SchemaObject> blocking =
                scratch.foreign().blocking(effect.migration().migration());
        if (blocking.isEmpty()) {
            return effect.after();
        }
        SchemaSnapshot after = effect.after().replacing(List.of(), blocking);
        scratch.run(connection, "what is in place in production", sql(effect.after(), after));
        return after;
    }

    /**
     * Rows held against those from before.
     *
     * @param extra how many rows there are that were not there, by table; of those that have lost rows, nothing
     */
    private record Compared(List<DataLoss> losses, Map<Table, Long> extra, Set<Table> changed) {}

    private Compared compare(Connection connection, Map<Table, RowHashes> rows) throws SQLException {
        List<DataLoss> losses = new ArrayList<>();
        Map<Table, Long> extra = new LinkedHashMap<>();
        Set<Table> changed = new HashSet<>();
        for (Map.Entry<Table, RowHashes> now :
                new RowHashReader().again(connection, rows).entrySet()) {
            Table table = now.getKey();
            RowHashes.Comparison comparison =
                    scratch.foreign().compare(table, effect, Objects.requireNonNull(rows.get(table)), now.getValue());
            losses.addAll(comparison.losses());
            if (comparison.extra() > 0 && comparison.losses().isEmpty() && !scratch.hasOwnRows()) {
                extra.put(table, comparison.extra());
            }
            if (!comparison.isSame()) {
                changed.add(table);
            }
        }
        return new Compared(losses, extra, changed);
    }

    private static UndoDraft restoring(SchemaChange change, SchemaDiff left, Compared compared) {
        List<DataLoss> unsaid = compared.losses().stream()
                .filter(loss -> change.notes().stream().noneMatch(note -> isAbout(note, loss)))
                .toList();
        String lines = unsaid.stream()
                .map(loss -> "-- data: " + VisibleText.line(loss.toString()) + ". That a draft cannot bring back.\n")
                .collect(Collectors.joining());
        String stays = compared.extra().entrySet().stream()
                .map(entry -> "-- data: " + VisibleText.line(stays(entry.getKey(), entry.getValue())) + "\n")
                .collect(Collectors.joining());
        String order = left.isEmpty() ? "" : ", but for the order of columns";
        String rows = unsaid.isEmpty() ? "" : "; rows are lost: read its comments";
        String kept = stays.isEmpty() ? "" : "; rows of the migration stay: read its comments";
        return new UndoDraft(
                lines + stays + change.sql(),
                "tried: restores the schema" + order + caveats(change) + rows + kept,
                true);
    }

    /** They may be in the way of the migration when it goes up again. */
    private static String stays(Table table, long rows) {
        return table + " keeps " + rows + (rows == 1 ? " row that was" : " rows that were")
                + " not there before the migration. A draft cannot tell which: delete them here.";
    }

    private static boolean isAbout(String note, DataLoss loss) {
        return note.startsWith("data:")
                && note.contains(loss.table())
                && (loss.column().equals(DataLoss.WHOLE_ROWS) || note.contains(loss.column()));
    }

    private static String caveats(SchemaChange change) {
        return (has(change, "data:") ? "; does not bring back data: read its comments, and look for renames" : "")
                + (has(change, "renamed:") ? "; takes something for renamed: read its comments" : "");
    }

    private static boolean has(SchemaChange change, String kind) {
        return change.notes().stream().anyMatch(note -> note.startsWith(kind));
    }
}
