package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way down: holds what each undo leaves against what was there before its migration, and puts right what is not. */
public final class DownPass implements MigrationObserver {

    private final ScratchDatabase workbench;
    private final Map<Migration, MigrationUnderTest> legs;
    private final RowHashReader reader = new RowHashReader();
    private final ForeignKeyCascades cascades = new ForeignKeyCascades();

    /** Tables whose columns have come back in another order higher up: that is not the fault of who comes next. */
    private Set<List<String>> reordered = new HashSet<>();

    /** Tables whose rows were damaged higher up, or by putting the schema right. */
    private final Set<List<String>> damaged = new HashSet<>();

    private long started;
    private int done;

    public DownPass(ScratchDatabase workbench, Map<Migration, MigrationUnderTest> legs) {
        this.workbench = workbench;
        this.legs = legs;
    }

    /** How many undos have been judged since {@link #begin}. */
    public int done() {
        return done;
    }

    public void begin() {
        done = 0;
    }

    @Override
    public void before(Migration migration, Connection connection) {
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        MigrationUnderTest leg = legs.get(migration);
        leg.down = Duration.ofNanos(System.nanoTime() - started);
        SchemaSnapshot actual = workbench.lookAgain(connection, leg.touchedDown);
        judge(leg, connection, actual);
        done++;
    }

    private void judge(MigrationUnderTest leg, Connection connection, SchemaSnapshot actual) throws SQLException {
        SchemaDiff diff = leg.before.diff(actual);
        if (diff.isEmpty() || diff.isOnlyColumnOrder()) {
            noteColumnOrder(leg, diff);
            judgeRows(leg, connection);
        } else {
            leg.find(Verdict.NOT_RESTORED, diff.withoutColumnOrderOf(reordered));
            damage(leg);
            putRight(leg, connection, actual);
        }
    }

    private void noteColumnOrder(MigrationUnderTest leg, SchemaDiff diff) {
        Set<List<String>> now = new HashSet<>();
        diff.differences().forEach(difference -> now.add(difference.object().name()));
        if (!reordered.containsAll(now)) {
            leg.find(Verdict.COLUMN_ORDER, diff.withoutColumnOrderOf(reordered));
        }
        reordered.retainAll(now);
        if (!reordered.isEmpty() && touches(leg, reordered)) {
            leg.suspect();
        }
        reordered = now;
    }

    private boolean touches(MigrationUnderTest leg, Set<List<String>> names) {
        return leg.touchedDown.tables(leg.before, cascades).stream()
                .anyMatch(table -> names.contains(table.object().name()));
    }

    private void judgeRows(MigrationUnderTest leg, Connection connection) throws SQLException {
        List<DataLoss> losses = new ArrayList<>();
        for (Map.Entry<Table, RowHashes> entry : leg.rowsBefore.entrySet()) {
            Table table = entry.getKey();
            if (damaged.contains(table.object().name())) {
                // Rows that look right may be so by chance: two faults may have made up for each other.
                leg.suspect();
                continue;
            }
            RowHashes.Comparison comparison = entry.getValue().compare(table, reader.read(connection, table));
            if (comparison.isSame()) {
                continue;
            }
            if (comparison.extra() > 0) {
                leg.suspect();
            }
            losses.addAll(comparison.losses());
            damaged.add(table.object().name());
        }
        if (!losses.isEmpty()) {
            leg.lose(losses);
        }
    }

    /**
     * Makes the schema what it was before a migration, so that the next undo finds what it was written for.
     *
     * @throws UnusableDatabaseException if that does not succeed
     */
    public void putRight(MigrationUnderTest leg, Connection connection, SchemaSnapshot actual) throws SQLException {
        damage(leg.before.diff(actual));
        String sql = UndoDrafting.sql(actual, leg.before);
        try {
            workbench.run(connection, "putting right after " + leg.source.undo().orElse("no undo"), sql);
        } catch (SQLException | RuntimeException e) {
            throw new UnusableDatabaseException(e);
        }
        SchemaDiff left = leg.before.diff(workbench.look(connection));
        if (!left.isEmpty() && !left.isOnlyColumnOrder()) {
            throw new UnusableDatabaseException(left);
        }
        reordered = new HashSet<>();
        left.differences()
                .forEach(difference -> reordered.add(difference.object().name()));
    }

    /** Whether an undo works on rows that something else has damaged: its failure need not be its fault. */
    public boolean isDamaged(MigrationUnderTest leg) {
        return leg.touchedDown.tables(leg.after, cascades).stream()
                .anyMatch(table -> damaged.contains(table.object().name()));
    }

    /** Whatever a migration or its undo may have touched. */
    public void damage(MigrationUnderTest leg) {
        leg.touchedDown
                .tables(leg.before, cascades)
                .forEach(table -> damaged.add(table.object().name()));
        leg.touchedDown
                .tables(leg.after, cascades)
                .forEach(table -> damaged.add(table.object().name()));
    }

    /** From here on, what differs in these objects' rows says nothing about the undos below. */
    void damage(SchemaDiff difference) {
        difference.differences().forEach(single -> damaged.add(single.object().name()));
    }
}
