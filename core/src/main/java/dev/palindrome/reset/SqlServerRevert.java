package dev.palindrome.reset;

import dev.palindrome.database.Database;
import java.sql.SQLException;
import java.util.List;

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
            try {
                connection.run(SqlServerSnapshotSql.revert(name, snapshot));
            } finally {
                connection.run(SqlServerSnapshotSql.letEverybodyIn(name));
                if (asynchronous) {
                    connection.run(SqlServerSnapshotSql.updateStatisticsAsynchronously(name, true));
                }
            }
        }
    }
}
