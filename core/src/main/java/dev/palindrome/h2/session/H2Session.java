package dev.palindrome.h2.session;

import dev.palindrome.h2.H2Exception;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.h2.engine.Database;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.engine.User;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.tx.Transaction;
import org.h2.store.InDoubtTransaction;
import org.jspecify.annotations.Nullable;

/** H2's session behind a connection: what a connection does not tell, and cannot do. */
public final class H2Session {

    /** What is done inside H2 in one transaction. */
    public interface InTransaction {
        void run(SessionLocal session);
    }

    /** What must not be disturbed. */
    public interface Undisturbed {
        void run() throws SQLException;
    }

    /** What calls H2 from inside. */
    public interface Inside<T> {
        T call() throws SQLException;
    }

    private static final VarHandle TRANSACTION = transaction();

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final SessionLocal session;

    private H2Session(SessionLocal session) {
        this.session = session;
    }

    private static VarHandle transaction() {
        try {
            return MethodHandles.privateLookupIn(SessionLocal.class, MethodHandles.lookup())
                    .findVarHandle(SessionLocal.class, "transaction", Transaction.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("H2's sessions have no transactions where they are known.", e);
        }
    }

    /** Of a connection to a database in this JVM. */
    public static H2Session of(Connection connection) throws SQLException {
        return find(connection)
                .orElseThrow(() -> new SQLException("This is no connection to an H2 database in this JVM."));
    }

    /** Empty for any other connection. */
    public static Optional<H2Session> find(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local
                ? Optional.of(new H2Session(local))
                : Optional.empty();
    }

    /** H2 says in its own exceptions what it says in SQL's to those who come from outside. */
    public static <T> T calling(Inside<T> inside) throws SQLException {
        try {
            return inside.call();
        } catch (DbException | MVStoreException e) {
            throw DbException.toSQLException(e);
        }
    }

    public SessionLocal session() {
        return session;
    }

    public Database engine() {
        return session.getDatabase();
    }

    /**
     * Everybody else who has written and not committed, if only what no row matched: the locks are there. A statement that
     * commits itself when it ends is no transaction that somebody has left open; it is given a second to end.
     */
    public List<String> openTransactions() {
        waitWhile(() -> others().anyMatch(other -> other.getAutoCommit() && isOpen(other)));
        return described(others().filter(other -> !other.getAutoCommit() && isOpen(other)));
    }

    /** Everybody else who has written and not committed, for whatever reason. */
    public List<String> unfinished() {
        return described(others().filter(H2Session::isOpen));
    }

    private static List<String> described(Stream<SessionLocal> sessions) {
        return sessions.map(other -> "connection %d of %s, opened at %s"
                        .formatted(
                                other.getId(),
                                other.getUser().getName(),
                                other.getSessionStart().getString()))
                .toList();
    }

    private Stream<SessionLocal> others() {
        return Arrays.stream(engine().getSessions(false)).filter(other -> other != session);
    }

    /** Whoever has locked a table, or only rows of it, as {@code FOR UPDATE} does. A test can switch locks of tables off. */
    private static boolean isOpen(SessionLocal session) {
        return !session.getLocks().isEmpty() || hasChanges(session);
    }

    /**
     * As {@code hasPendingTransaction()} tells it, which until H2 2.5 looks twice, and finds no transaction the second time
     * where another thread has ended it. To keep the session still meanwhile would be to wait for its statement. One that is
     * prepared, and whose connection may still commit it, counts as well.
     */
    private static boolean hasChanges(SessionLocal session) {
        @Nullable Transaction transaction = (Transaction) TRANSACTION.getVolatile(session);
        return transaction != null && transaction.hasChanges();
    }

    /**
     * The transactions that were prepared by connections that are closed, by their names: H2 keeps them until somebody says
     * what becomes of them. To be asked where nobody else has a transaction open.
     */
    public List<String> inDoubt() {
        return prepared().map(InDoubtTransaction::getTransactionName).toList();
    }

    /**
     * Lets them come about, so that what they have written can be put back as what others have. H2 2.5 does not take them
     * back: the session that would be told of each row is closed.
     */
    public void commitInDoubt() {
        prepared().toList().forEach(transaction -> transaction.setState(InDoubtTransaction.COMMIT));
    }

    private Stream<InDoubtTransaction> prepared() {
        return engine().getInDoubtTransactions().stream()
                .filter(transaction -> transaction.getState() == InDoubtTransaction.IN_DOUBT);
    }

    private static void waitWhile(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As H2 runs a statement: alone in its session, committed at the end, taken back where it fails. */
    public void run(InTransaction work) throws SQLException {
        session.lock();
        Session before = session.setThreadLocalSession();
        boolean done = false;
        try {
            session.startStatementWithinTransaction(null);
            work.run(session);
            session.endStatement();
            session.commit(false);
            done = true;
        } catch (RuntimeException e) {
            throw DbException.toSQLException(e);
        } finally {
            if (!done) {
                session.rollback();
            }
            session.resetThreadLocalSession(before);
            session.unlock();
        }
    }

    /**
     * Runs something while statements of others wait, as after {@code SET EXCLUSIVE 1}. Their connections stay open; new ones
     * are refused meanwhile. What others are running is waited for, up to a second.
     *
     * @throws H2Exception if somebody else keeps the others out
     */
    public void alone(Undisturbed work) throws SQLException {
        if (!engine().setExclusiveSession(session, false)) {
            throw new H2Exception(
                    "Another connection keeps all others out (SET EXCLUSIVE). Let it say SET EXCLUSIVE 0, or close it.");
        }
        try {
            sleep(); // H2 does not show at once a statement that it has just let in
            waitWhile(() -> others().anyMatch(
                            other -> other.getCurrentCommand() != null || other.getAutoCommit() && isOpen(other)));
            work.run();
        } finally {
            engine().unsetExclusiveSession(session);
        }
    }

    /**
     * Makes the connection's user an administrator: a test may have taken that away from him to see what somebody with less
     * rights can do, and nobody else could give it back. The catalogue goes on saying what it said.
     *
     * @return whether he was one
     */
    public boolean takeAllRights() {
        User user = session.getUser();
        boolean had = user.isAdmin();
        user.setAdmin(true);
        return had;
    }

    /** Makes the connection's user what he was. */
    public void giveRightsBack(boolean had) {
        session.getUser().setAdmin(had);
    }
}
