package dev.palindrome.h2.script;

import dev.palindrome.h2.H2Exception;
import dev.palindrome.h2.H2OpenTransactionException;
import dev.palindrome.h2.H2Restoration;
import dev.palindrome.h2.H2Snapshot;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * For versions of H2 whose inside is not known: whatever happened, everything is made anew, with nothing but H2's SQL. Slow,
 * and as exact as {@link SqlScripts}.
 */
public final class SqlSnapshot implements H2Snapshot {

    private static final H2Restoration UNKNOWN =
            H2Restoration.everything("this version of H2 does not tell what was written");

    private static final String OPEN_TRANSACTIONS = """
            SELECT 'connection ' || SESSION_ID || ' of ' || USER_NAME || ', opened at ' || SESSION_START
            FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID <> SESSION_ID()
            AND (CONTAINS_UNCOMMITTED OR SESSION_ID IN (SELECT SESSION_ID FROM INFORMATION_SCHEMA.LOCKS))
            """;

    private final String database;
    private final Connection connection;
    private final DatabaseRebuild rebuild;

    private SqlSnapshot(String database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        ScriptSource source = new SqlScripts();
        requireNoOpenTransaction();
        this.rebuild = new DatabaseRebuild(source, source.withRows(connection));
    }

    public static SqlSnapshot of(String database, DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new SqlSnapshot(database, connection);
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public H2Restoration restore() throws SQLException {
        requireQuiet();
        SqlRunner.on(connection).run("SET EXCLUSIVE 1"); // half put back, a database would be lost
        try {
            rebuild.run(connection);
        } finally {
            SqlRunner.on(connection).run("SET EXCLUSIVE 0");
        }
        return UNKNOWN;
    }

    @Override
    public H2Restoration inspect() throws SQLException {
        requireQuiet();
        return UNKNOWN;
    }

    private void requireQuiet() throws SQLException {
        if (connection.isClosed()) {
            throw H2Exception.shutDown(database);
        }
        requireNoOpenTransaction();
    }

    private void requireNoOpenTransaction() throws SQLException {
        List<String> open = SqlRunner.on(connection).query(OPEN_TRANSACTIONS).texts();
        if (!open.isEmpty()) {
            throw new H2OpenTransactionException(open);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
