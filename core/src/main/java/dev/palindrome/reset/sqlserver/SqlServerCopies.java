package dev.palindrome.reset.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Rows copied into a database beside, where there can be no database snapshot. */
final class SqlServerCopies implements SqlServerRowSource {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerCopies.class);

    private final Database side;
    private final Map<String, String> copies = new HashMap<>();

    private SqlServerCopies(Database side) {
        this.side = side;
    }

    static SqlServerCopies make(
            Databases databases, SqlServerConnection connection, SchemaSnapshot schema, SqlServerLayout layout)
            throws SQLException {
        Optional<String> collation =
                connection.read(SqlServerQueries.COLLATION, row -> row.getString("collation")).stream()
                        .findFirst();
        DatabaseOptions options = new DatabaseOptions(collation, Map.of());
        SqlServerCopies copies = new SqlServerCopies(databases.create("rows", options));
        try {
            copies.copy(connection, SqlServerCopySql.intoDatabase(schema, layout), layout.movable());
            return copies;
        } catch (SQLException | RuntimeException e) {
            copies.close();
            throw e;
        }
    }

    private void copy(SqlServerConnection connection, SqlServerCopySql sql, Collection<SqlServerTable> tables)
            throws SQLException {
        try (SqlServerConnection there = SqlServerConnection.open(side.dataSource())) {
            List<String> statements = new ArrayList<>();
            for (SqlServerTable table : tables) {
                String copy = "[dbo].[t" + copies.size() + "]";
                statements.add(sql.create(table, copy));
                copies.put(table.sqlName(), BracketedName.of(side.name()) + "." + copy);
            }
            run(there, statements);
        }
        run(
                connection,
                tables.stream()
                        .map(table -> table.insert(of(table), table.sqlName()))
                        .toList());
    }

    private static void run(SqlServerConnection connection, List<String> statements) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        if (!statements.isEmpty()) {
            batch.addStatements(statements);
        }
        connection.run(batch);
    }

    @Override
    public String of(SqlServerTable table) {
        return Objects.requireNonNull(copies.get(table.sqlName()), () -> "No copy of " + table);
    }

    /** The tests are over, or something else has failed already: a database that stays is no reason to fail. */
    @Override
    public void close() {
        try {
            side.close();
        } catch (DatabaseException e) {
            LOG.warn("{} The next run drops it, too.", e.getMessage());
        }
    }
}
