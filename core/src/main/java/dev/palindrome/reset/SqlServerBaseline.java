package dev.palindrome.reset;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database on SQL Server was like. */
final class SqlServerBaseline implements Baseline {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerBaseline.class);

    /** "Lock request time out period exceeded." Microsoft: set-lock-timeout-transact-sql. */
    private static final int LOCK_TIMEOUT = 1222;

    /** For a server that speaks the protocol and has numbers of its own. */
    private static final String LOCK_TIMEOUT_TEXT = "lock timeout";

    private final Database database;
    private final SchemaWatch watch = SchemaReader.forSqlServer().watch();
    private final SqlServerConnection connection;
    private final SchemaSnapshot schema;
    private SqlServerLayout layout;
    private final Map<String, SqlServerIdentity> identities;
    private final SqlServerRowSource rows;
    private final SqlServerSequences sequences;
    private SqlServerHints hints;

    private SqlServerBaseline(Database database, Databases databases, SqlServerConnection connection)
            throws SQLException {
        this.database = database;
        this.connection = connection;
        requireNoOpenTransaction();
        this.sequences = new SqlServerSequences(connection);
        this.schema = watch.read(connection.jdbc());
        this.layout = new SqlServerLayoutReader(connection).read();
        this.identities = new SqlServerIdentities(connection).read(layout);
        this.hints = new SqlServerHints(connection, layout.tables().values());
        this.rows = keepRows(databases); // last, because it would be left behind where something else fails
    }

    static SqlServerBaseline of(Database database, Databases databases) throws SQLException {
        SqlServerConnection connection = SqlServerConnection.open(database.dataSource());
        try {
            return new SqlServerBaseline(database, databases, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private SqlServerRowSource keepRows(Databases databases) throws SQLException {
        try {
            return SqlServerDatabaseSnapshot.create(database, connection);
        } catch (SQLException e) {
            LOG.debug("{} cannot have a database snapshot, so its rows are copied: {}", database, e.getMessage());
            return SqlServerCopies.make(
                    databases, connection, schema, layout.tables().values());
        }
    }

    @Override
    public Outcome restore() throws SQLException {
        Optional<String> change = schemaChange();
        return change.isPresent() ? restoreDatabase(change.get()) : restoreTables();
    }

    @Override
    public Outcome inspect() throws SQLException {
        Optional<String> change = schemaChange();
        return change.isPresent() ? database(change.get()) : outcome(hints.written(), sequences.moved());
    }

    private Optional<String> schemaChange() throws SQLException {
        connection.reopenIfBroken();
        requireNoOpenTransaction();
        SchemaSnapshot now = watch.readAgain(connection.jdbc(), Optional.empty());
        if (!now.equals(schema)) {
            return Optional.of("the schema changed: " + schema.diff(now));
        }
        return new SqlServerLayoutReader(connection).read().tables().equals(layout.tables())
                ? Optional.empty()
                : Optional.of("the schema changed: a table was made anew");
    }

    private Outcome restoreTables() throws SQLException {
        Set<Integer> written = hints.written();
        try {
            putBack(written);
        } catch (SQLException e) {
            if (isLockTimeout(e)) {
                throw new OpenTransactionException(
                        database.name(), List.of("a connection that " + database.username() + " may not see"));
            }
            if (rows.databaseSnapshot().isEmpty()) {
                throw e;
            }
            return restoreDatabase("tables could not be put back one by one: " + e.getMessage());
        }
        List<String> moved = sequences.restore();
        hints.settle();
        return outcome(written, moved);
    }

    private static boolean isLockTimeout(SQLException e) {
        return e.getErrorCode() == LOCK_TIMEOUT
                || String.valueOf(e.getMessage()).contains(LOCK_TIMEOUT_TEXT);
    }

    private void putBack(Collection<Integer> tables) throws SQLException {
        if (!tables.isEmpty()) {
            connection.runInTransaction(new SqlServerRestoreSql(layout, rows::of).restore(tables));
            new SqlServerIdentities(connection).putBack(layout, identities);
        }
    }

    private Outcome outcome(Set<Integer> written, List<String> moved) {
        if (written.isEmpty() && moved.isEmpty()) {
            return Outcome.nothing("nothing was written");
        }
        List<String> tables =
                written.stream().map(table -> layout.table(table).toString()).toList();
        List<String> reasons = new ArrayList<>();
        if (!tables.isEmpty()) {
            reasons.add("written: " + String.join(", ", tables));
        }
        moved.forEach(sequence -> reasons.add("sequence " + sequence + " moved"));
        return new Outcome(ResetStrategy.TABLES, String.join("; ", reasons), tables);
    }

    private Outcome restoreDatabase(String reason) throws SQLException {
        Optional<String> snapshot = rows.databaseSnapshot();
        if (snapshot.isPresent()) {
            connection.close();
            new SqlServerRevert(database, snapshot.get()).run();
            connection.reopenIfBroken();
        }
        putSchemaBack();
        layout = new SqlServerLayoutReader(connection).read();
        if (snapshot.isEmpty()) {
            putBack(layout.tables().keySet());
            sequences.restore();
        }
        hints = new SqlServerHints(connection, layout.tables().values());
        return database(reason);
    }

    private static Outcome database(String reason) {
        return Outcome.database(
                reason.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse(reason));
    }

    /** What a revert leaves, such as options; all of it, where there is nothing to revert to. */
    private void putSchemaBack() throws SQLException {
        SchemaSnapshot now = watch.read(connection.jdbc());
        if (!now.equals(schema)) {
            String change = SchemaChange.from(now, schema).sql();
            ScriptRunner.run(connection.jdbc(), database.engine(), "putting the schema back", change);
            now = watch.read(connection.jdbc());
        }
        if (!now.equals(schema)) {
            throw new ResetException("The schema of %s could not be put back. What is left:%n%s"
                    .formatted(database.name(), schema.diff(now)));
        }
    }

    private void requireNoOpenTransaction() throws SQLException {
        List<String> open;
        try {
            open = connection.read(SqlServerQueries.OPEN_TRANSACTIONS, row -> row.getString("session"));
        } catch (SQLException e) {
            LOG.debug("Open transactions cannot be looked for on {}: {}", database, e.getMessage());
            return; // the lock time-out finds them
        }
        if (!open.isEmpty()) {
            throw new OpenTransactionException(database.name(), open);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            rows.close();
        } finally {
            connection.close();
        }
    }
}
