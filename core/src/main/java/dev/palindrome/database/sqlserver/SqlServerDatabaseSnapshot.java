package dev.palindrome.database.sqlserver;

import dev.palindrome.database.SavedState;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A database snapshot, which the server fills page by page when the database is written. */
final class SqlServerDatabaseSnapshot implements SavedState {

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Of the 128 characters of a name, with room for what stands before. */
    private static final int LONGEST = 100;

    private final DataSource server;
    private final SqlServerReplacement replacement;
    private final String name;

    private SqlServerDatabaseSnapshot(DataSource server, SqlServerReplacement replacement, String name) {
        this.server = server;
        this.replacement = replacement;
        this.name = name;
    }

    /** Fails where the server or the database cannot have one that there is a way back to. */
    static SqlServerDatabaseSnapshot take(DataSource server, SqlServerReplacement replacement) throws SQLException {
        String source = replacement.database();
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<String> lost = batch.add(SqlServerSnapshotSql.lostByReverting(source), row -> row.getString(1));
        Answer<SqlServerFile> files = batch.add(
                SqlServerSnapshotSql.dataFiles(source),
                row -> new SqlServerFile(row.getString("name"), row.getString("physical_name")));
        SqlServerStatements.run(server, batch);
        if (!lost.rows().isEmpty()) {
            throw new SQLException("it has " + String.join(", ", lost.rows()));
        }
        if (files.rows().isEmpty()) {
            throw new SQLException("the server names no data file of it");
        }
        // What is left of dead runs is dropped by name, and a snapshot has to go before what it is of.
        String name = "palindrome_0_" + NUMBERS.incrementAndGet() + "_"
                + source.substring(Math.max(0, source.length() - LONGEST));
        SqlServerStatements.run(server, SqlServerSnapshotSql.create(name, source, files.rows()));
        return new SqlServerDatabaseSnapshot(server, replacement, name);
    }

    @Override
    public String kind() {
        return "a database snapshot";
    }

    @Override
    public Optional<String> readableAs() {
        return Optional.of(name);
    }

    /** SQL Server goes back to one only where there is exactly one. */
    @Override
    public List<String> inTheWay() throws SQLException {
        return SqlServerStatements.texts(server, SqlServerSnapshotSql.others(replacement.database(), name));
    }

    @Override
    public void restore() throws SQLException {
        replacement.run(SqlServerSnapshotSql.revert(replacement.database(), name), List.of());
    }

    @Override
    public void close() throws SQLException {
        SqlServerStatements.run(server, SqlServerDatabaseSql.drop(name));
    }
}
