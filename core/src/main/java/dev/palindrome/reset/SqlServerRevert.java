package dev.palindrome.reset;

import dev.palindrome.database.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reverts a database to its database snapshot. Everybody's connections to it end. */
final class SqlServerRevert {

    /** "Exclusive access could not be obtained because the database is in use." */
    private static final int IN_USE = 3101;

    private static final int ATTEMPTS = 10;

    private final Database database;
    private final String snapshot;

    SqlServerRevert(Database database, String snapshot) {
        this.database = database;
        this.snapshot = snapshot;
    }

    void run() throws SQLException {
        requireNoOther();
        for (int attempt = 1; ; attempt++) {
            try {
                runOnce();
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || e.getErrorCode() != IN_USE) {
                    throw e;
                }
            }
        }
    }

    /** SQL Server reverts only where there is exactly one. */
    private void requireNoOther() throws SQLException {
        try (SqlServerConnection connection = SqlServerConnection.open(database.dataSource())) {
            List<String> others = connection.read(
                    SqlServerSnapshotSql.others(database.name(), snapshot), row -> row.getString("name"));
            if (!others.isEmpty()) {
                throw new ResetException(
                        "The schema of %s has changed, and SQL Server puts a whole database back only where no other snapshot of it is open: close %s first."
                                .formatted(database.name(), String.join(", ", others)));
            }
        }
    }

    private void runOnce() throws SQLException {
        String name = database.name();
        try (SqlServerConnection connection = SqlServerConnection.open(database.dataSource())) {
            boolean asynchronous = connection
                    .read(SqlServerSnapshotSql.updatesStatisticsAsynchronously(name), row -> row.getInt(1) == 1)
                    .contains(true);
            if (asynchronous) {
                connection.run(SqlServerSnapshotSql.updateStatisticsAsynchronously(name, false));
            }
            List<String> after = new ArrayList<>(List.of(SqlServerSnapshotSql.letEverybodyIn(name)));
            if (asynchronous) {
                after.add(SqlServerSnapshotSql.updateStatisticsAsynchronously(name, true));
            }
            runAndTidyUp(connection, SqlServerSnapshotSql.revert(name, snapshot), after);
        }
    }

    /** What fails first is what is thrown; each statement of the second list is tried, whatever became of those before. */
    static void runAndTidyUp(SqlServerConnection connection, List<String> statements, List<String> after)
            throws SQLException {
        Optional<SQLException> failure = failure(() -> connection.run(statements));
        for (String statement : after) {
            Optional<SQLException> another = failure(() -> {
                connection.reopenIfBroken();
                connection.run(statement);
            });
            failure.ifPresent(first -> another.ifPresent(first::addSuppressed));
            failure = failure.or(() -> another);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static Optional<SQLException> failure(Step step) {
        try {
            step.run();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }
}
