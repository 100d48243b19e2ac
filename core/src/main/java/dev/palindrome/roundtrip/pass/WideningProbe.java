package dev.palindrome.roundtrip.pass;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.roundtrip.rows.ColumnWidening;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks of migrations that widen a column what becomes of a longer text, a greater number or a finer time on the way back. That it is
 * lost, or stops the undo, is no fault of the undo, but somebody should know. One climb serves all of them.
 */
public final class WideningProbe {

    private static final Logger LOG = LoggerFactory.getLogger(WideningProbe.class);

    private final Databases databases;
    private final DatabaseOptions options;
    private final MigrationSettings migrations;
    private final MigrationSequence course;
    private final RowFilling filling;

    public WideningProbe(
            Databases databases,
            DatabaseOptions options,
            MigrationSettings migrations,
            MigrationSequence course,
            RowFilling filling) {
        this.databases = databases;
        this.options = options;
        this.migrations = migrations;
        this.course = course;
        this.filling = filling;
    }

    public void ask(int top) throws SQLException {
        int next = course.floor();
        while (next < top) {
            next = climbAndAsk(next, top);
        }
    }

    /** @return where to go on in another database: behind the leg from which there was no going on in this one */
    private int climbAndAsk(int from, int top) throws SQLException {
        Optional<Integer> first = nextWidening(from, top);
        if (first.isEmpty()) {
            return top;
        }
        try (ScratchDatabase workbench = ScratchDatabase.open(databases, options, migrations)) {
            FirstUpPass ascent = new FirstUpPass(workbench, course.copies(), filling);
            int reached = 0;
            for (Optional<Integer> index = first; index.isPresent(); index = nextWidening(reached, top)) {
                ascent.climb(course.legs().subList(reached, index.get() + 1));
                reached = index.get() + 1;
                if (!ask(workbench, course.leg(index.get()))) {
                    return reached;
                }
            }
            return top;
        }
    }

    private Optional<Integer> nextWidening(int from, int top) {
        for (int i = from; i < top; i++) {
            MigrationUnderTest leg = course.leg(i);
            if (leg.canTryUndo() && !leg.isFaulty() && !leg.widenings().isEmpty()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** @return whether the database is as it was behind the migration again */
    private boolean ask(ScratchDatabase workbench, MigrationUnderTest leg) throws SQLException {
        for (ColumnWidening widening : leg.widenings()) {
            if (!run(workbench, widening.exceed())) {
                continue;
            }
            if (!undo(workbench, leg, widening)) {
                if (comesBackWhereItFits(leg, widening)) {
                    leg.note(widening.value() + " makes the way back fail.");
                }
                return false;
            }
            if (count(workbench, widening) == 0) {
                leg.note(widening.value() + " is cut or lost on the way back.");
            }
            try {
                workbench.migrations().up(List.of(leg.migration()), (migration, connection) -> {});
            } catch (MigrationException e) {
                return false;
            }
        }
        return true;
    }

    /** Otherwise it is not the size that stops the undo, but that the value is none of the user's own. */
    private boolean comesBackWhereItFits(MigrationUnderTest leg, ColumnWidening widening) throws SQLException {
        try (ScratchDatabase workbench = ScratchDatabase.open(databases, options, migrations)) {
            List<MigrationUnderTest> way =
                    course.legs().subList(0, course.legs().indexOf(leg) + 1);
            new FirstUpPass(workbench, course.copies(), filling).climb(way);
            return run(workbench, widening.fit()) && undo(workbench, leg, widening);
        }
    }

    private static boolean undo(ScratchDatabase workbench, MigrationUnderTest leg, ColumnWidening widening) {
        try {
            workbench.migrations().descent().undo(List.of(leg.migration()), (migration, connection) -> {});
            return true;
        } catch (MigrationException e) {
            LOG.warn(
                    "What Flyway says of a failed undo of V{} is expected: values in {} were tried on purpose, in a database"
                            + " made for it. There is nothing to restore.",
                    leg.migration().version(),
                    widening);
            return false;
        }
    }

    /** A check may forbid greater values still: then nothing can become of them. */
    private static boolean run(ScratchDatabase workbench, String update) throws SQLException {
        try (Connection connection = workbench.connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(update) != 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private static int count(ScratchDatabase workbench, ColumnWidening widening) {
        try (Connection connection = workbench.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(widening.count())) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new PalindromeException("What became of " + widening + " cannot be asked for: " + e.getMessage(), e);
        }
    }
}
