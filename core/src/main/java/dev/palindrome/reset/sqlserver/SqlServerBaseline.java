package dev.palindrome.reset.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.database.SavedState;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.baseline.Baseline;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database on SQL Server was like. */
public final class SqlServerBaseline implements Baseline {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerBaseline.class);

    private static final String OVERTAKEN = "another reset put the whole database back, or failed to";

    private final Database database;
    private final SqlServerConnection connection;
    private final SqlServerOpenTransactions openTransactions;
    private final SqlServerSchema schema;
    private SqlServerLayout layout;
    private final SqlServerIdentities identities;
    private final SqlServerKeptRows kept;
    private final SqlServerSequences sequences;
    private SqlServerHints hints;
    private int timesRestored;

    private SqlServerBaseline(Database database, Databases databases, SqlServerConnection connection)
            throws SQLException {
        this.database = database;
        this.connection = connection;
        this.openTransactions = new SqlServerOpenTransactions(database, connection);
        openTransactions.requireNone();
        this.sequences = new SqlServerSequences(connection);
        this.schema = new SqlServerSchema(database, connection);
        this.layout = new SqlServerLayoutReader(connection).read();
        this.identities = new SqlServerIdentities(connection, layout);
        this.hints = new SqlServerHints(connection, layout.tables().values());
        this.timesRestored = database.timesRestored();
        // Last, because it would be left behind where something else fails.
        this.kept = SqlServerKeptRows.of(database, databases, connection, schema.before(), layout);
    }

    public static SqlServerBaseline of(Database database, Databases databases) throws SQLException {
        SqlServerConnection connection = SqlServerConnection.open(database.dataSource());
        try {
            return new SqlServerBaseline(database, databases, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Outcome restore() throws SQLException {
        Optional<String> change = changeOfTheWhole();
        if (change.isPresent()) {
            return restoreDatabase(change.get());
        }
        Set<Integer> written = hints.written();
        List<SqlServerTable> unmovable = layout.unmovable(written);
        return unmovable.isEmpty() ? restoreTables(written) : restoreDatabase(SqlServerReasons.unmovable(unmovable));
    }

    @Override
    public Outcome inspect() throws SQLException {
        Optional<String> change = changeOfTheWhole();
        if (change.isPresent()) {
            return SqlServerReasons.database(change.get());
        }
        Set<Integer> written = hints.written();
        List<SqlServerTable> unmovable = layout.unmovable(written);
        return unmovable.isEmpty()
                ? SqlServerReasons.tables(layout.tables(written), sequences.moved())
                : SqlServerReasons.database(SqlServerReasons.unmovable(unmovable));
    }

    private Optional<String> changeOfTheWhole() throws SQLException {
        if (database.timesRestored() != timesRestored) {
            return Optional.of(overtaken());
        }
        connection.reopenIfBroken();
        openTransactions.requireNone();
        Optional<String> change = schema.change();
        return change.isPresent() ? change : new SqlServerLayoutReader(connection).change(layout);
    }

    /** A half restored database lets nobody in, and is put back all the same. */
    private String overtaken() {
        try {
            connection.reopenIfBroken();
            openTransactions.requireNone();
        } catch (SQLException e) {
            LOG.debug("{} cannot be looked into before it is put back: {}", database, e.getMessage());
        }
        return OVERTAKEN;
    }

    private Outcome restoreTables(Set<Integer> written) throws SQLException {
        try {
            putBack(written);
        } catch (SQLException | ResetException e) {
            if (e instanceof SQLException failure && SqlServerOpenTransactions.isReasonFor(failure)) {
                throw openTransactions.hidden(failure);
            }
            if (kept.whole().isEmpty()) {
                throw e;
            }
            return restoreDatabase("tables could not be put back one by one: " + e.getMessage());
        }
        List<String> moved = sequences.restore();
        hints.settle();
        return SqlServerReasons.tables(layout.tables(written), moved);
    }

    private void putBack(Collection<Integer> tables) throws SQLException {
        if (!tables.isEmpty()) {
            connection.runInTransaction(new SqlServerRestoreSql(layout, kept::rowsOf).restore(tables));
        }
        identities.putBack(layout);
    }

    private Outcome restoreDatabase(String reason) throws SQLException {
        List<String> others = kept.othersInTheWay();
        Optional<SavedState> whole = others.isEmpty() ? kept.whole() : Optional.empty();
        if (whole.isPresent()) {
            restore(whole.get());
        } else {
            rewrite(SqlServerReasons.noWayBack(others, database.username()));
        }
        hints = new SqlServerHints(connection, layout.tables().values());
        timesRestored = database.timesRestored();
        return SqlServerReasons.database("%s (put back by %s)"
                .formatted(reason, whole.map(SavedState::kind).orElse("T-SQL")));
    }

    private void restore(SavedState whole) throws SQLException {
        connection.close();
        whole.restore();
        connection.reopenIfBroken();
        schema.putBack("That is what %s does not bring back.".formatted(whole.kind()));
        layout = new SqlServerLayoutReader(connection).read();
        // What the server had cached of identities and sequences may be lost, as after a crash.
        identities.putBack(layout);
        sequences.restore();
    }

    private void rewrite(String noWayBack) throws SQLException {
        connection.reopenIfBroken();
        requirePolicies(noWayBack);
        requireMovable(noWayBack);
        schema.putBack(noWayBack);
        layout = new SqlServerLayoutReader(connection).read();
        putBack(layout.movable().stream().map(SqlServerTable::id).toList());
        sequences.restore();
    }

    private void requireMovable(String noWayBack) throws SQLException {
        if (layout.movable().size() == layout.tables().size()) {
            return;
        }
        List<SqlServerTable> unmovable = layout.unmovable(hints.written());
        if (!unmovable.isEmpty()) {
            throw left(SqlServerReasons.unmovable(unmovable), noWayBack);
        }
    }

    private void requirePolicies(String noWayBack) throws SQLException {
        if (!new SqlServerLayoutReader(connection).policies().equals(layout.policies())) {
            throw left(SqlServerLayoutReader.POLICIES_CHANGED, noWayBack);
        }
    }

    private ResetException left(String what, String noWayBack) {
        return new ResetException(
                "%s cannot be put back. What is left:%n%s%n%s".formatted(database.name(), what, noWayBack));
    }

    @Override
    public void close() throws SQLException {
        try {
            kept.close();
        } finally {
            connection.close();
        }
    }
}
