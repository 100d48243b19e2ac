package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first way up: notes for each migration what was there before it and behind it, and fills what is new. */
public final class FirstUpPass implements MigrationObserver {

    private final ScratchDatabase workbench;
    private final Map<Migration, MigrationUnderTest> legs;
    private final RowFilling filling;
    private final RowHashReader reader = new RowHashReader();
    private final ForeignKeyCascades cascades = new ForeignKeyCascades();
    private final Map<List<String>, RowHashes> rows = new HashMap<>();
    private SchemaSnapshot schema = SchemaSnapshot.empty();
    private boolean begun;
    private long started;
    private int reached;

    public FirstUpPass(ScratchDatabase workbench, Map<Migration, MigrationUnderTest> legs, RowFilling filling) {
        this.workbench = workbench;
        this.legs = legs;
        this.filling = filling;
    }

    /** How many migrations have gone up. */
    public int reached() {
        return reached;
    }

    @Override
    public void before(Migration migration, Connection connection) throws SQLException {
        if (!begun) {
            schema = workbench.look(connection);
            begun = true;
        }
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        MigrationUnderTest leg = legs.get(migration);
        leg.up = Duration.ofNanos(System.nanoTime() - started);
        leg.before = schema;
        rememberRows(leg);
        schema = workbench.lookAgain(connection, leg.touchedUp);
        leg.after = schema;
        filling.fill(connection, leg.before, leg.after, leg.undoReadsNewValues())
                .forEach(leg::note);
        readRows(connection, leg);
        reached++;
    }

    private void rememberRows(MigrationUnderTest leg) {
        leg.rowsBefore.clear();
        for (Table table : leg.touchedDown.tables(leg.before, cascades)) {
            RowHashes there = rows.get(table.object().name());
            if (there != null) {
                leg.rowsBefore.put(table, there);
            }
        }
    }

    /** Of what was touched anew, and of whatever is not known yet. */
    private void readRows(Connection connection, MigrationUnderTest leg) throws SQLException {
        leg.touchedUp
                .tables(leg.before, cascades)
                .forEach(table -> rows.remove(table.object().name()));
        leg.touchedUp
                .tables(leg.after, cascades)
                .forEach(table -> rows.remove(table.object().name()));
        for (Table table : leg.after.tables()) {
            if (!rows.containsKey(table.object().name())) {
                rows.put(table.object().name(), reader.read(connection, table));
            }
        }
    }

    /** Goes up through some migrations. */
    public void climb(List<MigrationUnderTest> chosen) {
        workbench
                .migrations()
                .up(chosen.stream().map(MigrationUnderTest::migration).toList(), this);
    }
}
