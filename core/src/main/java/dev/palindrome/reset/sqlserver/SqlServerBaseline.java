package dev.palindrome.reset.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.database.SavedState;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.baseline.Baseline;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a database on SQL Server was like. */
public final class SqlServerBaseline implements Baseline {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerBaseline.class);

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
        this.openTransactions = new SqlServerOpenTransactions(database);
        this.schema = new SqlServerSchema(database, connection);
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<String> open = SqlServerOpenTransactions.ask(batch);
        SqlServerLayoutReader tables = new SqlServerLayoutReader(batch);
        Answer<SqlServerIdentities.Told> lastIdentities = SqlServerIdentities.ask(batch);
        SqlServerSequences.Question currentSequences = SqlServerSequences.ask(batch);
        schema.remember(batch);
        openTransactions.requireNone(open);
        this.layout = tables.layout();
        List<SqlServerIdentities.Told> told = SqlServerIdentities.told(lastIdentities);
        this.identities = new SqlServerIdentities(connection, layout, told);
        this.sequences = new SqlServerSequences(connection, () -> layout.databaseTriggers(), currentSequences.rows());
        this.timesRestored = database.timesRestored();
        // Last but for what is counted, because it would be left behind where something else fails.
        this.kept = SqlServerKeptRows.of(database, databases, connection, schema.before(), layout);
        this.hints = begin(told);
    }

    private SqlServerHints begin(List<SqlServerIdentities.Told> lastIdentities) throws SQLException {
        try {
            return SqlServerHints.begin(connection, layout, kept::rowsOf, lastIdentities);
        } catch (SQLException | RuntimeException e) {
            try {
                kept.close();
            } catch (SQLException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
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
        if (isOvertaken()) {
            return restoreDatabase(overtaken());
        }
        SqlServerLook look = look();
        Optional<String> change = look.change(layout);
        if (change.isPresent()) {
            return restoreDatabase(change.get());
        }
        Set<Integer> written = look.written();
        List<SqlServerTable> unmovable = layout.unmovable(written);
        return unmovable.isEmpty()
                ? restoreTables(look, written)
                : restoreDatabase(SqlServerReasons.unmovable(unmovable, layout.untold()));
    }

    @Override
    public Outcome inspect() throws SQLException {
        if (isOvertaken()) {
            return SqlServerReasons.database(overtaken());
        }
        SqlServerLook look = look();
        Optional<String> change = look.change(layout);
        if (change.isPresent()) {
            return SqlServerReasons.database(change.get());
        }
        Set<Integer> written = look.written();
        List<SqlServerTable> unmovable = layout.unmovable(written);
        return unmovable.isEmpty()
                ? describe(look, written)
                : SqlServerReasons.database(SqlServerReasons.unmovable(unmovable, layout.untold()));
    }

    private Outcome describe(SqlServerLook look, Set<Integer> written) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Map<Integer, Answer<SqlServerRowDifference>> differences = look.differences(batch, written);
        connection.run(batch);
        return SqlServerReasons.tables(
                layout.tables(written), reasons(look, written, differences), sequences.moved(look.sequences()));
    }

    /** What others have ended, such as a test that takes the database offline, shows only when it is used. */
    private SqlServerLook look() throws SQLException {
        connection.reopenIfClosed();
        SqlServerLook look = new SqlServerLook(hints);
        try {
            look.ask(schema);
        } catch (SQLException e) {
            if (!connection.isBroken()) {
                throw e;
            }
            connection.reopenIfBroken();
            look = new SqlServerLook(hints);
            look.ask(schema);
        }
        openTransactions.requireNone(look.openTransactions());
        return look;
    }

    private boolean isOvertaken() {
        return database.timesRestored() != timesRestored;
    }

    private List<String> reasons(
            SqlServerLook look, Set<Integer> written, Map<Integer, Answer<SqlServerRowDifference>> differences)
            throws SQLException {
        Set<Integer> moved = look.movedIdentities();
        List<String> reasons = new ArrayList<>();
        for (SqlServerTable table : layout.tables(written)) {
            Answer<SqlServerRowDifference> difference = differences.get(table.id());
            Optional<SqlServerRowDifference> known =
                    difference == null || difference.failure().isPresent()
                            ? Optional.empty()
                            : difference.rows().stream().findFirst();
            reasons.add(SqlServerReasons.table(table, known, moved.contains(table.id())));
        }
        return reasons;
    }

    /** A half restored database lets nobody in, and is put back all the same. */
    private String overtaken() {
        try {
            connection.reopenIfBroken();
            SqlServerQueryBatch batch = new SqlServerQueryBatch();
            Answer<String> open = SqlServerOpenTransactions.ask(batch);
            connection.run(batch);
            openTransactions.requireNone(open);
        } catch (SQLException e) {
            LOG.debug("{} cannot be looked into before it is put back: {}", database, e.getMessage());
        }
        return OVERTAKEN;
    }

    private Outcome restoreTables(SqlServerLook look, Set<Integer> written) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Map<Integer, Answer<SqlServerRowDifference>> differences = look.differences(batch, written);
        List<SqlServerIdentities.Told> lastIdentities;
        try {
            lastIdentities = putBack(written, batch, look.identities());
        } catch (SQLException | ResetException e) {
            if (e instanceof SQLException failure && SqlServerOpenTransactions.isReasonFor(failure)) {
                throw openTransactions.hidden(failure);
            }
            if (kept.whole().isEmpty()) {
                throw e;
            }
            return restoreDatabase("tables could not be put back one by one: "
                    + (e instanceof SQLException failure ? ErrorText.of(failure) : e.getMessage()));
        }
        List<String> reasons = reasons(look, written, differences);
        List<String> moved = sequences.restore(look.sequences());
        hints.settle(connection, lastIdentities, !written.isEmpty());
        return SqlServerReasons.tables(layout.tables(written), reasons, moved);
    }

    /**
     * By one round trip, where identities tell where they stand.
     *
     * @param batch to which it is added
     * @param lastIdentities how far they have counted before that
     * @return how far they have counted afterwards
     */
    private List<SqlServerIdentities.Told> putBack(
            Collection<Integer> tables, SqlServerQueryBatch batch, List<SqlServerIdentities.Told> lastIdentities)
            throws SQLException {
        if (tables.isEmpty()) {
            return identities.putBack(layout, lastIdentities);
        }
        List<String> statements = new ArrayList<>();
        statements.add("BEGIN TRANSACTION");
        statements.addAll(new SqlServerRestoreSql(layout, kept::rowsOf).restore(tables));
        statements.add("COMMIT TRANSACTION");
        statements.addAll(identities.afterRows(layout, tables, lastIdentities));
        batch.addStatements(statements);
        Answer<SqlServerIdentities.Told> after = SqlServerIdentities.ask(batch);
        connection.runTransaction(batch);
        return identities.putBack(layout, SqlServerIdentities.told(after));
    }

    private Outcome restoreDatabase(String reason) throws SQLException {
        database.endIdleConnections();
        List<String> others = kept.othersInTheWay();
        Optional<SavedState> whole = others.isEmpty() ? kept.whole() : Optional.empty();
        if (whole.isPresent()) {
            restore(whole.get());
        } else {
            rewrite(SqlServerReasons.noWayBack(others, database.username()));
        }
        hints = SqlServerHints.begin(connection, layout, kept::rowsOf, identities.now());
        timesRestored = database.timesRestored();
        return SqlServerReasons.database("%s (put back by %s)"
                .formatted(reason, whole.map(SavedState::kind).orElse("T-SQL")));
    }

    private void restore(SavedState whole) throws SQLException {
        connection.close();
        whole.restore();
        connection.reopenIfBroken();
        schema.putBack("That is what %s does not bring back.".formatted(whole.kind()));
        layout = SqlServerLayoutReader.read(connection);
        // What the server had cached of identities and sequences may be lost, as after a crash.
        identities.putBack(layout, identities.now());
        sequences.restore(sequences.now());
    }

    private void rewrite(String noWayBack) throws SQLException {
        connection.reopenIfBroken();
        requirePolicies(noWayBack);
        requireMovable(noWayBack);
        schema.putBack(noWayBack);
        layout = SqlServerLayoutReader.read(connection);
        putBack(
                layout.movable().stream().map(SqlServerTable::id).toList(),
                new SqlServerQueryBatch(),
                identities.now());
        sequences.restore(sequences.now());
    }

    private void requireMovable(String noWayBack) throws SQLException {
        if (layout.movable().size() == layout.tables().size()) {
            return;
        }
        SqlServerLook look = new SqlServerLook(hints);
        connection.run(look.batch());
        List<SqlServerTable> unmovable = layout.unmovable(look.written());
        if (!unmovable.isEmpty()) {
            throw left(SqlServerReasons.unmovable(unmovable, layout.untold()), noWayBack);
        }
    }

    private void requirePolicies(String noWayBack) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        SqlServerTablesReader tables = new SqlServerTablesReader(batch);
        connection.run(batch);
        if (!tables.policies().equals(layout.policies())) {
            throw left(SqlServerTablesReader.POLICIES_CHANGED, noWayBack);
        }
    }

    private ResetException left(String what, String noWayBack) {
        return new ResetException(
                "%s cannot be put back. What is left:%n%s%n%s".formatted(database.name(), what, noWayBack));
    }

    @Override
    public int timesConnectionsEnded() {
        return database.timesRestored() + schema.timesConnectionsEnded();
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
