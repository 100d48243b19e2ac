package dev.palindrome.h2;

import dev.palindrome.reset.ResetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;

/** A connection of our own into H2, and H2's session behind it. */
public final class H2Session implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Connection connection;
    private final SessionLocal session;

    private H2Session(Connection connection, SessionLocal session) {
        this.connection = connection;
        this.session = session;
    }

    public static H2Session open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        return new H2Session(connection, (SessionLocal)
                connection.unwrap(JdbcConnection.class).getSession());
    }

    public Database engine() {
        return session.getDatabase();
    }

    /** Whether the database is still there: a test can shut it down. */
    public boolean isOpen() throws SQLException {
        return !connection.isClosed();
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

    private static boolean isOpen(SessionLocal session) {
        try {
            return session.hasPendingTransaction() || !session.getLocks().isEmpty();
        } catch (NullPointerException e) {
            return false; // H2 looks twice at the transaction, and it has ended in between
        }
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
    public void run(H2Work work) throws SQLException {
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

    /** Something to do that must not be disturbed. */
    public interface Work {
        void run() throws SQLException;
    }

    /**
     * Runs something while statements of others wait, as after {@code SET EXCLUSIVE 1}. Their connections stay open; new ones
     * are refused meanwhile. What others are running is waited for, up to a second.
     *
     * @throws ResetException if somebody else keeps the others out
     */
    public void alone(Work work) throws SQLException {
        if (!engine().setExclusiveSession(session, false)) {
            throw new ResetException(
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

    /** A test can have taken them from the user whose connection this is. */
    void takeAllRights() throws SQLException {
        H2Rights.takeAll(connection);
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What is in the database but rows. */
    H2Objects objects() throws SQLException {
        return H2Objects.of(connection);
    }

    List<String> settings() throws SQLException {
        return H2Objects.settings(connection);
    }

    /** H2 has such views since 2.3. One that is dropped leaves a table without a name. */
    boolean hasHadMaterializedView() {
        return engine().getAllSchemasNoMeta().stream()
                .flatMap(schema -> schema.getAllTablesAndViews(null).stream())
                .anyMatch(table ->
                        table.getName() == null || table.getTableType().name().equals("MATERIALIZED_VIEW"));
    }

    /** Makes such things once more. */
    void make(List<String> statements) throws SQLException {
        H2Objects.run(connection, statements);
    }

    /** Statements that put the rows in. */
    List<String> rows() throws SQLException {
        return H2Objects.rows(connection);
    }

    public List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
