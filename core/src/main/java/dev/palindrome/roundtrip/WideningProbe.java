package dev.palindrome.roundtrip;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Asks of migrations that widen a column what becomes of a longer text on the way back. That it is lost, or stops the undo,
 * is no fault of the undo, but somebody should know. One climb serves all of them.
 */
final class WideningProbe {

    private final Databases databases;
    private final DatabaseOptions options;
    private final MigrationSettings migrations;
    private final Course course;
    private final Filling filling;

    WideningProbe(
            Databases databases,
            DatabaseOptions options,
            MigrationSettings migrations,
            Course course,
            Filling filling) {
        this.databases = databases;
        this.options = options;
        this.migrations = migrations;
        this.course = course;
        this.filling = filling;
    }

    void ask(int top) throws SQLException {
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
        try (Workbench workbench = Workbench.open(databases, options, migrations)) {
            Ascent ascent = new Ascent(workbench, course.copies(), filling);
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
            Leg leg = course.leg(i);
            if (leg.canTryUndo() && !leg.isFaulty() && !leg.widenings().isEmpty()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** @return whether the database is as it was behind the migration again */
    private boolean ask(Workbench workbench, Leg leg) throws SQLException {
        for (Widening widening : leg.widenings()) {
            if (!lengthen(workbench, widening)) {
                continue;
            }
            try {
                workbench.migrations().descent().undo(List.of(leg.migration()), (migration, connection) -> {});
            } catch (MigrationException e) {
                leg.note("A text of more than " + widening.length() + " characters in " + widening
                        + " makes the way back fail.");
                return false;
            }
            if (longest(workbench, widening) <= widening.length()) {
                leg.note("A text of more than " + widening.length() + " characters in " + widening
                        + " is cut or lost on the way back.");
            }
            workbench.migrations().up(List.of(leg.migration()), (migration, connection) -> {});
        }
        return true;
    }

    /** A check may forbid longer texts still: then nothing can become of them. */
    private static boolean lengthen(Workbench workbench, Widening widening) throws SQLException {
        try (Connection connection = workbench.connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(widening.update()) != 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private static int longest(Workbench workbench, Widening widening) {
        try (Connection connection = workbench.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(widening.longest())) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new PalindromeException("The length of " + widening + " cannot be asked for: " + e.getMessage(), e);
        }
    }
}
