package dev.palindrome.seed.engine;

import dev.palindrome.seed.SeedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Does something wholly or not at all: within the connection's transaction, or in one of its own if it has none. */
public final class AllOrNothing {

    /** What is done. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    private final Connection connection;
    private final FillEngine engine;
    private final boolean own;

    private AllOrNothing(Connection connection) throws SQLException {
        this.connection = connection;
        this.engine = FillEngine.of(connection);
        this.own = connection.getAutoCommit();
    }

    public static <T> T run(Connection connection, Work<T> work) throws SQLException {
        return new AllOrNothing(connection).run(work);
    }

    private <T> T run(Work<T> work) throws SQLException {
        engine.prepare(connection);
        try {
            return own ? inOwnTransaction(work) : toSavepoint(work);
        } finally {
            engine.restore(connection);
        }
    }

    private <T> T inOwnTransaction(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            takeBack(connection::rollback, e);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private <T> T toSavepoint(Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return work.run();
        } catch (SQLException | RuntimeException | Error e) {
            takeBack(() -> takeBackTo(before, e), e);
            throw e;
        }
    }

    private void takeBackTo(Savepoint before, Throwable failure) throws SQLException {
        if (engine.goesOn(connection)) {
            connection.rollback(before);
        } else {
            failure.addSuppressed(
                    new SeedException("The server has ended the transaction: it can only be rolled back."));
        }
    }

    private interface TakingBack {
        void run() throws SQLException;
    }

    /** What went wrong first is what matters. */
    private static void takeBack(TakingBack rollback, Throwable failure) {
        try {
            rollback.run();
        } catch (SQLException another) {
            failure.addSuppressed(another);
        }
    }
}
