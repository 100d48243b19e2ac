package dev.palindrome.reset.sqlserver;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlServerQueryBatch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Rows copied into global temporary tables, where a session cannot name another database. They are there for as long as the
 * session that made them, which does nothing else (Microsoft: create-table-transact-sql, also of Azure SQL Database, where
 * they belong to one database).
 */
final class SqlServerTemporaryCopies implements SqlServerRowSource {

    private final SqlServerConnection session;
    private final Map<String, String> copies = new HashMap<>();

    private SqlServerTemporaryCopies(SqlServerConnection session) {
        this.session = session;
    }

    static SqlServerTemporaryCopies make(DataSource dataSource, SchemaSnapshot schema, SqlServerLayout layout)
            throws SQLException {
        SqlServerTemporaryCopies copies = new SqlServerTemporaryCopies(SqlServerConnection.open(dataSource));
        try {
            copies.copy(SqlServerCopySql.intoTemporaryTables(schema, layout), layout.movable());
            return copies;
        } catch (SQLException | RuntimeException e) {
            copies.close();
            throw e;
        }
    }

    private void copy(SqlServerCopySql sql, Collection<SqlServerTable> tables) throws SQLException {
        String prefix = "##palindrome_" + UUID.randomUUID().toString().replace("-", "") + "_";
        List<String> statements = new ArrayList<>();
        for (SqlServerTable table : tables) {
            String copy = BracketedName.of(prefix + copies.size());
            copies.put(table.sqlName(), copy);
            statements.add(sql.create(table, copy));
            statements.add(table.insert(copy, table.sqlName()));
        }
        if (!statements.isEmpty()) {
            SqlServerQueryBatch batch = new SqlServerQueryBatch();
            batch.addStatements(statements);
            session.run(batch);
        }
    }

    @Override
    public String of(SqlServerTable table) {
        return Objects.requireNonNull(copies.get(table.sqlName()), () -> "No copy of " + table);
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
