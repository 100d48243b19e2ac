package dev.palindrome.reset;

import dev.palindrome.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Rows in a database snapshot, which the server fills page by page when the database is written. */
final class SqlServerDatabaseSnapshot implements SqlServerRowSource {

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Of the 128 characters of a name, with room for what stands before. */
    private static final int LONGEST = 100;

    private final Database database;
    private final String name;

    private SqlServerDatabaseSnapshot(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** Fails where the server or the database cannot have one. */
    static SqlServerDatabaseSnapshot create(Database database, SqlServerConnection connection) throws SQLException {
        String source = database.name();
        // What is left of dead runs is dropped by name, and a snapshot has to go before what it is of.
        String name = "palindrome_0_" + NUMBERS.incrementAndGet() + "_"
                + source.substring(Math.max(0, source.length() - LONGEST));
        List<SqlServerSnapshotSql.DataFile> files = connection.read(
                SqlServerQueries.DATA_FILES,
                row -> new SqlServerSnapshotSql.DataFile(row.getString("name"), row.getString("physical_name")));
        connection.run(SqlServerSnapshotSql.create(name, source, files));
        return new SqlServerDatabaseSnapshot(database, name);
    }

    @Override
    public String of(SqlServerTable table) {
        return SqlServerNames.quoted(name) + "." + table.sqlName();
    }

    @Override
    public Optional<String> databaseSnapshot() {
        return Optional.of(name);
    }

    @Override
    public void close() throws SQLException {
        try (SqlServerConnection connection = SqlServerConnection.open(database.dataSource())) {
            connection.run(SqlServerSnapshotSql.drop(name));
        }
    }
}
