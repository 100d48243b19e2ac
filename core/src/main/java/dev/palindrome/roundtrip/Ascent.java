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
    private final Map<Table, TableRows> rows = new HashMap<>();
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
        for (Table table : leg.touchedDown.tables(leg.before)) {
            TableRows there = rows.get(table);
            if (there != null) {
                leg.rowsBefore.put(table, there);
            }
        }
    }

    /** Equal tables are one key: a table that has not changed keeps its rows in the map unless it was touched. */
    private void readRows(Connection connection, Leg leg) throws SQLException {
        leg.touchedUp.tables(leg.before).forEach(rows::remove);
        for (Table table : leg.touchedUp.tables(leg.after)) {
            rows.put(table, reader.read(connection, table));
        }
    }

    /** Goes up through some migrations. */
    void climb(List<Leg> chosen) {
        workbench.migrations().up(chosen.stream().map(Leg::migration).toList(), this);
    }
}
