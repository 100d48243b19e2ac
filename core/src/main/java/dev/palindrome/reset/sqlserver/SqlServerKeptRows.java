package dev.palindrome.reset.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.database.SavedState;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.AzureRefusal;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is kept of a database: the state of the whole, where its server saves that, and the rows of single tables. */
final class SqlServerKeptRows implements AutoCloseable {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerKeptRows.class);

    private final Optional<SavedState> whole;
    private final SqlServerRowSource rows;

    private SqlServerKeptRows(Optional<SavedState> whole, SqlServerRowSource rows) {
        this.whole = whole;
        this.rows = rows;
    }

    static SqlServerKeptRows of(
            Database database,
            Databases databases,
            SqlServerConnection connection,
            SchemaSnapshot schema,
            SqlServerLayout layout)
            throws SQLException {
        Optional<SavedState> whole = database.save();
        Optional<String> readable = whole.flatMap(SavedState::readableAs);
        if (readable.isPresent()) {
            return new SqlServerKeptRows(whole, new SqlServerSavedRows(readable.get()));
        }
        try {
            return new SqlServerKeptRows(whole, copies(database, databases, connection, schema, layout));
        } catch (SQLException | RuntimeException e) {
            try {
                close(whole);
            } catch (SQLException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    private static SqlServerRowSource copies(
            Database database,
            Databases databases,
            SqlServerConnection connection,
            SchemaSnapshot schema,
            SqlServerLayout layout)
            throws SQLException {
        try {
            return SqlServerCopies.make(databases, connection, schema, layout);
        } catch (SQLException e) {
            if (!AzureRefusal.OF_OTHER_DATABASES.is(e)) {
                throw e;
            }
            if (SaidOnce.isNew("rows in temporary tables", database.name())) {
                LOG.info(
                        "Rows are kept in temporary tables and not in a database beside, because no other database can be"
                                + " named here: {}",
                        ErrorText.of(e));
            }
            return SqlServerTemporaryCopies.make(database.dataSource(), schema, layout);
        }
    }

    Optional<SavedState> whole() {
        return whole;
    }

    /** What to SELECT a table's rows from. */
    String rowsOf(SqlServerTable table) {
        return rows.of(table);
    }

    /** Other snapshots that the server wants closed before it puts the whole back. */
    List<String> othersInTheWay() throws SQLException {
        return whole.isPresent() ? whole.get().inTheWay() : List.of();
    }

    @Override
    public void close() throws SQLException {
        try {
            rows.close();
        } finally {
            close(whole);
        }
    }

    private static void close(Optional<SavedState> whole) throws SQLException {
        if (whole.isPresent()) {
            whole.get().close();
        }
    }
}
