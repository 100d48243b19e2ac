package dev.palindrome.reset;

import dev.palindrome.database.H2Objects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;

/** A connection of our own into H2, and H2's session behind it. */
final class H2Session implements AutoCloseable {

    private final Connection connection;
    private final SessionLocal session;

    private H2Session(Connection connection, SessionLocal session) {
        this.connection = connection;
        this.session = session;
    }

    static H2Session open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        return new H2Session(connection, (SessionLocal)
                connection.unwrap(JdbcConnection.class).getSession());
    }

    Database engine() {
        return session.getDatabase();
    }

    /** Whether the database is still there: a test can shut it down. */
    boolean isOpen() throws SQLException {
        return !connection.isClosed();
    }

    /** Everybody else who has written and not committed, if only what no row matched: the locks are there. */
    List<String> openTransactions() {
        return Arrays.stream(engine().getSessions(false))
                .filter(other -> other != session
                        && (other.hasPendingTransaction() || !other.getLocks().isEmpty()))
                .map(other -> "connection %d of %s, opened at %s"
                        .formatted(
                                other.getId(),
                                other.getUser().getName(),
                                other.getSessionStart().getString()))
                .toList();
    }

    /** As H2 runs a statement: alone in its session, committed at the end, taken back where it fails. */
    void run(H2Work work) throws SQLException {
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

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What is in the database but rows. */
    H2Objects objects() throws SQLException {
        return H2Objects.of(connection);
    }

    /** Makes such things once more. */
    void make(List<String> statements) throws SQLException {
        H2Objects.run(connection, statements);
    }

    /** Statements that put the rows in. */
    List<String> rows() throws SQLException {
        return H2Objects.rows(connection);
    }

    List<String> texts(String sql) throws SQLException {
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
