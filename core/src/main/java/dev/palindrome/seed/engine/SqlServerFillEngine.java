package dev.palindrome.seed.engine;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PreparedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows for SQL Server. */
final class SqlServerFillEngine implements FillEngine {

    @Override
    public Map<String, Object> insert(
            Connection connection, Table table, Map<Column, @Nullable Object> values, List<GeneratedColumn> made)
            throws SQLException {
        String sql = SqlServerInsert.sql(table, values, made);
        try (PreparedStatement statement = PreparedSql.on(connection, sql)) {
            int at = 1;
            for (Object value : values.values()) {
                if (value != null) {
                    PreparedSql.set(statement, at++, value);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                return FillEngine.read(rows, made);
            }
        }
    }

    @Override
    public String query(String tsql) {
        return tsql;
    }

    /** Without COLLATE it would be the database's (docs: cast-and-convert-transact-sql, "Output collation"). */
    @Override
    public String cast(DeclaredType type, Optional<String> collation) {
        return "CAST(? AS " + type + ")"
                + collation.map(name -> " COLLATE " + name).orElse("");
    }

    @Override
    public String rowLocator() {
        return "%%physloc%%";
    }
}
