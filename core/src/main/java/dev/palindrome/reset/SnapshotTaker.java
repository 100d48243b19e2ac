package dev.palindrome.reset;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.baseline.Baseline;
import dev.palindrome.reset.h2.H2Baseline;
import dev.palindrome.reset.sqlserver.SqlServerBaseline;
import dev.palindrome.sql.ErrorText;
import java.sql.SQLException;

/**
 * Takes snapshots of a database.
 *
 * @param database that nobody writes to while a snapshot is taken
 * @param databases makes databases on the same server, for rows that have to be kept beside
 * @param connectionsEnded is run after each reset that has ended all connections to the database
 */
public record SnapshotTaker(Database database, Databases databases, Runnable connectionsEnded) {

    /**
     * Remembers what the database is like now.
     *
     * @return the snapshot, to be closed before the database
     * @throws ResetException if the database refuses
     * @throws OpenTransactionException if somebody has written and not committed
     */
    public Snapshot take() {
        try {
            return new Snapshot(database, baseline(), connectionsEnded);
        } catch (SQLException e) {
            throw new ResetException(
                    "No snapshot could be taken of %s: %s".formatted(database.name(), ErrorText.of(e)), e);
        }
    }

    private Baseline baseline() throws SQLException {
        return database.engine() == EngineKind.EMBEDDED
                ? H2Baseline.of(database)
                : SqlServerBaseline.of(database, databases);
    }
}
