package dev.palindrome.seed;

import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/** The running transaction, or one of its own where the connection commits each statement. */
final class FillTransaction implements AutoCloseable {

    private final Connection connection;
    private final FillEngine engine;
    private final boolean commits;

    /** Something that the database may refuse. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    FillTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.engine = FillEngine.of(connection);
        this.commits = connection.getAutoCommit();
        engine.prepare(connection);
        if (commits) {
            connection.setAutoCommit(false);
        }
    }

    Connection connection() {
        return connection;
    }

    String rowLocator() {
        return engine.rowLocator();
    }

    /** Does it wholly or not at all; gives the error if the database refused and the transaction goes on. */
    Optional<SQLException> attempt(Table table, Work work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            work.on(connection);
            return Optional.empty();
        } catch (SQLException e) {
            if (!engine.goesOn(connection)) {
                throw new FillException(
                        ("Filling %s ended the transaction: %s. Roll it back; then fill the other tables without this one.")
                                .formatted(table, RefusalText.of(e, table)),
                        RefusalText.withoutValues(e));
            }
            connection.rollback(before);
            return Optional.of(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (commits) {
            connection.commit();
            connection.setAutoCommit(true);
        }
        engine.restore(connection);
    }
}
