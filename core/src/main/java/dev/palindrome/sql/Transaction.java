package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The running transaction of a connection, or one of its own where the connection commits each statement. */
public final class Transaction {

    /**
     * What is done wholly or not at all.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Call<T extends @Nullable Object> {

        /**
         * Does it.
         *
         * @param transaction in which it is done
         * @return what comes of it
         * @throws SQLException if it fails; nothing of it stays then
         */
        T in(Transaction transaction) throws SQLException;
    }

    /** The same, where nothing comes of it. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @param transaction in which it is done
         * @throws SQLException if it fails; nothing of it stays then
         */
        void in(Transaction transaction) throws SQLException;
    }

    /** Something that the database may refuse. */
    @FunctionalInterface
    public interface Step {

        /**
         * Tries it.
         *
         * @param connection of the transaction
         * @throws SQLException if it is refused
         */
        void on(Connection connection) throws SQLException;
    }

    private interface Doing<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    private interface Ending {
        void run() throws SQLException;
    }

    private final Connection connection;
    private final FailureHandling failures;

    private Transaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.failures = FailureHandling.of(connection);
    }

    /**
     * Does something wholly or not at all: within the connection's transaction, which stays as it was before if it fails,
     * or in one of its own. What goes wrong first is what is thrown.
     *
     * @param connection on which nothing else happens meanwhile
     * @param work what is done; a statement that fails does not end the transaction, unless the server insists
     * @param <T> what comes of it
     * @return what comes of it
     * @throws SQLException if it fails
     */
    public static <T extends @Nullable Object> T call(Connection connection, Call<T> work) throws SQLException {
        Transaction transaction = new Transaction(connection);
        transaction.failures.begin();
        return ending(
                () -> connection.getAutoCommit()
                        ? ofItsOwn(connection, () -> work.in(transaction))
                        : transaction.toSavepoint(work),
                transaction.failures::end);
    }

    /**
     * The same, where nothing comes of it.
     *
     * @param connection on which nothing else happens meanwhile
     * @param work what is done
     * @throws SQLException if it fails
     */
    public static void run(Connection connection, Work work) throws SQLException {
        call(connection, transaction -> {
            work.in(transaction);
            return true;
        });
    }

    /**
     * The same where the connection's transaction cannot be taken back to where it stood: if it has one, it is for whoever
     * began it to roll all of it back.
     *
     * @param connection on which nothing else happens meanwhile
     * @param work what is done
     * @throws SQLException if it fails
     */
    public static void runWithoutSavepoint(Connection connection, Work work) throws SQLException {
        if (connection.getAutoCommit()) {
            run(connection, work);
        } else {
            work.in(new Transaction(connection));
        }
    }

    /**
     * Does something wholly or not at all in a transaction of its own. What a statement that fails does to it is the
     * session's affair.
     *
     * @param connection which commits each statement
     * @param work what is done
     * @throws SQLException if it fails
     */
    public static void runOnItsOwn(Connection connection, Step work) throws SQLException {
        ofItsOwn(connection, () -> {
            work.on(connection);
            return true;
        });
    }

    /**
     * Whether the transaction can go on after a statement has failed.
     *
     * @param connection with a transaction
     * @return whether it does
     * @throws SQLException if the connection is broken
     */
    public static boolean goesOn(Connection connection) throws SQLException {
        return FailureHandling.of(connection).goesOn();
    }

    /**
     * Where it runs.
     *
     * @return the connection
     */
    public Connection connection() {
        return connection;
    }

    /**
     * Does a part of it wholly or not at all.
     *
     * @param step the part
     * @return the error if the database refused it, and the transaction goes on
     * @throws TransactionEndedException if the refusal has ended the transaction
     * @throws SQLException if the connection is broken
     */
    public Optional<SQLException> attempt(Step step) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            step.on(connection);
            return Optional.empty();
        } catch (SQLException e) {
            if (!failures.goesOn()) {
                throw new TransactionEndedException(e);
            }
            connection.rollback(before);
            return Optional.of(e);
        }
    }

    /**
     * Does a part of it and takes it back, for what stays of it whatever becomes of a transaction: numbers that an identity
     * or a sequence has given are not given again, on both engines.
     *
     * @param step the part
     * @throws SQLException if the database refuses it; then nothing is taken back
     */
    public void takeBack(Step step) throws SQLException {
        Savepoint before = connection.setSavepoint();
        step.on(connection);
        connection.rollback(before);
    }

    /**
     * Does a part that only reads, so that there is nothing to take back.
     *
     * @param step the part
     * @return the error if the database refused it, and the transaction goes on
     * @throws TransactionEndedException if the refusal has ended the transaction
     * @throws SQLException if the connection is broken
     */
    public Optional<SQLException> attemptToRead(Step step) throws SQLException {
        try {
            step.on(connection);
            return Optional.empty();
        } catch (SQLException e) {
            if (!failures.goesOn()) {
                throw new TransactionEndedException(e);
            }
            return Optional.of(e);
        }
    }

    private static <T extends @Nullable Object> T ofItsOwn(Connection connection, Doing<T> doing) throws SQLException {
        connection.setAutoCommit(false);
        return ending(
                () -> takingBack(
                        () -> {
                            T result = doing.run();
                            connection.commit();
                            return result;
                        },
                        connection::rollback),
                () -> connection.setAutoCommit(true));
    }

    private <T extends @Nullable Object> T toSavepoint(Call<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        return takingBack(() -> work.in(this), () -> {
            if (!failures.goesOn()) {
                throw new SQLException("The server has ended the transaction: it can only be rolled back.");
            }
            connection.rollback(before);
        });
    }

    private static <T extends @Nullable Object> T takingBack(Doing<T> doing, Ending rollback) throws SQLException {
        try {
            return doing.run();
        } catch (SQLException | RuntimeException | Error e) {
            end(rollback, e);
            throw e;
        }
    }

    private static <T extends @Nullable Object> T ending(Doing<T> doing, Ending ending) throws SQLException {
        T result = takingBack(doing, ending);
        ending.run();
        return result;
    }

    /** What went wrong first is what matters. */
    private static void end(Ending ending, Throwable failure) {
        try {
            ending.run();
        } catch (SQLException another) {
            failure.addSuppressed(another);
        }
    }
}
