package dev.palindrome.reset.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows copied into a database beside, where there can be no database snapshot. */
final class SqlServerCopies implements SqlServerRowSource {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerCopies.class);

    private final Database side;
    private final Map<String, String> copies = new HashMap<>();

    private SqlServerCopies(Database side) {
        this.side = side;
    }

    static SqlServerCopies make(
            Databases databases,
            SqlServerConnection connection,
            SchemaSnapshot schema,
            Collection<SqlServerTable> tables)
            throws SQLException {
        Optional<String> collation =
                connection.read(SqlServerQueries.COLLATION, row -> row.getString("collation")).stream()
                        .findFirst();
        DatabaseOptions options = new DatabaseOptions(collation, Map.of());
        SqlServerCopies copies = new SqlServerCopies(databases.create("rows", options));
        try {
            copies.copy(connection, new SqlServerCopySql(schema), tables);
            return copies;
        } catch (SQLException | RuntimeException e) {
            copies.close();
            throw e;
        }
    }

    private void copy(SqlServerConnection connection, SqlServerCopySql sql, Collection<SqlServerTable> tables)
            throws SQLException {
        try (SqlServerConnection there = SqlServerConnection.open(side.dataSource())) {
            for (SqlServerTable table : tables) {
                String copy = "[dbo].[t" + copies.size() + "]";
                there.run(sql.create(table, copy));
                copies.put(table.sqlName(), BracketedName.of(side.name()) + "." + copy);
            }
        }
        for (SqlServerTable table : tables) {
            connection.run(table.insert(of(table), table.sqlName()));
        }
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
