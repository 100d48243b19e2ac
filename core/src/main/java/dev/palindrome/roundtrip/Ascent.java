package dev.palindrome.roundtrip;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.StepObserver;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first way up: notes for each migration what was there before it and behind it, and fills what is new. */
final class Ascent implements StepObserver {

    private final Workbench workbench;
    private final Map<Migration, Leg> legs;
    private final Filling filling;
    private final RowReader reader = new RowReader();
    private final Cascades cascades = new Cascades();
    private final Map<List<String>, TableRows> rows = new HashMap<>();
    private SchemaSnapshot schema = SchemaSnapshot.empty();
    private boolean begun;
    private long started;
    private int reached;

    Ascent(Workbench workbench, Map<Migration, Leg> legs, Filling filling) {
        this.workbench = workbench;
        this.legs = legs;
        this.filling = filling;
    }

    /** How many migrations have gone up. */
    int reached() {
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
        Leg leg = legs.get(migration);
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

    private void rememberRows(Leg leg) {
        leg.rowsBefore.clear();
        for (Table table : leg.touchedDown.tables(leg.before, cascades)) {
            TableRows there = rows.get(table.object().name());
            if (there != null) {
                leg.rowsBefore.put(table, there);
            }
        }
    }

    /** Of what was touched anew, and of whatever is not known yet. */
    private void readRows(Connection connection, Leg leg) throws SQLException {
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
    void climb(List<Leg> chosen) {
        workbench.migrations().up(chosen.stream().map(Leg::migration).toList(), this);
    }
}
