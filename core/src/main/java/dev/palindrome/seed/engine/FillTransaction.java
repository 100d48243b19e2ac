package dev.palindrome.seed.engine;

import dev.palindrome.schema.Table;
import dev.palindrome.seed.refusal.FillException;
import dev.palindrome.seed.refusal.RefusalText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/** The running transaction, or one of its own where the connection commits each statement. */
public final class FillTransaction implements AutoCloseable {

    private final Connection connection;
    private final FillEngine engine;
    private final boolean commits;

    /** Something that the database may refuse. */
    @FunctionalInterface
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    public FillTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.engine = FillEngine.of(connection);
        this.commits = connection.getAutoCommit();
        engine.prepare(connection);
        if (commits) {
            connection.setAutoCommit(false);
        }
    }

    public Connection connection() {
        return connection;
    }

    public String rowLocator() {
        return engine.rowLocator();
    }

    /** Does it wholly or not at all; gives the error if the database refused and the transaction goes on. */
    public Optional<SQLException> attempt(Table table, Work work) throws SQLException {
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
