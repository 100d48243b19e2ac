package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The second way up: must lead where the first one led. On its way, drafts for faulty undos are tried. */
public final class SecondUpPass implements MigrationObserver {

    private final ScratchDatabase workbench;
    private final Map<Migration, MigrationUnderTest> legs;
    private final RowFilling filling;
    private long started;
    private int done;

    public SecondUpPass(ScratchDatabase workbench, Map<Migration, MigrationUnderTest> legs, RowFilling filling) {
        this.filling = filling;
        this.workbench = workbench;
        this.legs = legs;
    }

    /** How many migrations have gone up and been judged. */
    public int done() {
        return done;
    }

    @Override
    public void before(Migration migration, Connection connection) {
        started = System.nanoTime();
    }

    @Override
    public void after(Migration migration, Connection connection) throws SQLException {
        MigrationUnderTest leg = legs.get(migration);
        leg.redo = Duration.ofNanos(System.nanoTime() - started);
        SchemaDiff diff = leg.after.diff(workbench.lookAgain(connection, leg.touchedUp));
        if (!diff.isEmpty() && !diff.isOnlyColumnOrder()) {
            leg.find(Verdict.REDO_DIFFERS, diff);
            goTo(leg, connection);
        }
        if (leg.has(Verdict.NOT_RESTORED)) {
            UndoDrafting.tryOut(workbench, connection, leg);
            goTo(leg, connection);
        }
        filling.fill(connection, leg.before, leg.after, leg.undoReadsNewValues());
        done++;
    }

    private void goTo(MigrationUnderTest leg, Connection connection) throws SQLException {
        try {
            workbench.run(
                    connection,
                    "going on after " + leg.migration().script(),
                    UndoDrafting.sql(workbench.look(connection), leg.after));
        } catch (SQLException | RuntimeException e) {
            throw new UnusableDatabaseException(e);
        }
        SchemaDiff left = leg.after.diff(workbench.look(connection));
        if (!left.isEmpty() && !left.isOnlyColumnOrder()) {
            throw new UnusableDatabaseException(left);
        }
    }
}
