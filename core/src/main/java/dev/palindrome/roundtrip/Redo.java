package dev.palindrome.roundtrip;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.StepObserver;
import dev.palindrome.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The second way up: must lead where the first one led. On its way, drafts for faulty undos are tried. */
final class Redo implements StepObserver {

    private final Workbench workbench;
    private final Map<Migration, Leg> legs;
    private final Filling filling;
    private long started;
    private int done;

    Redo(Workbench workbench, Map<Migration, Leg> legs, Filling filling) {
        this.filling = filling;
        this.workbench = workbench;
        this.legs = legs;
    }

    /** How many migrations have gone up and been judged. */
    int done() {
        return done;
    }

    @Override
    public void before(Migration migration, Connection connection) {
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        Leg leg = legs.get(migration);
        leg.redo = Duration.ofNanos(System.nanoTime() - started);
        SchemaDiff diff = leg.after.diff(workbench.lookAgain(connection, leg.touchedUp));
        if (!diff.isEmpty() && !diff.isOnlyColumnOrder()) {
            leg.find(Verdict.REDO_DIFFERS, diff);
            goTo(leg, connection);
        }
        if (leg.has(Verdict.NOT_RESTORED)) {
            Drafts.tryOut(workbench, connection, leg);
            goTo(leg, connection);
        }
        filling.fill(connection, leg.before, leg.after, leg.undoReadsNewValues());
        done++;
    }

    private void goTo(Leg leg, Connection connection) throws SQLException {
        try {
            workbench.run(
                    connection,
                    "going on after " + leg.migration().script(),
                    Drafts.sql(workbench.look(connection), leg.after));
        } catch (SQLException | RuntimeException e) {
            throw new CannotGoOn(e);
        }
        SchemaDiff left = leg.after.diff(workbench.look(connection));
        if (!left.isEmpty() && !left.isOnlyColumnOrder()) {
            throw new CannotGoOn(left);
        }
    }
}
