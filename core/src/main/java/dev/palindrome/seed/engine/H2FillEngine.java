package dev.palindrome.seed.engine;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows for H2. */
final class H2FillEngine implements FillEngine {

    @Override
    public Map<String, Object> insert(
            Connection connection, Table table, Map<Column, @Nullable Object> values, List<GeneratedColumn> made)
            throws SQLException {
        String sql = RowInsertSql.h2(table, List.copyOf(values.keySet()));
        String[] names = made.stream().map(GeneratedColumn::name).toArray(String[]::new);
        try (PreparedStatement statement = PreparedSql.on(connection, sql, names)) {
            int at = 1;
            for (Object value : values.values()) {
                statement.setObject(at++, value);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return FillEngine.read(keys, made);
            }
        }
    }

    @Override
    public String query(String tsql) throws SQLException {
        try {
            return TranslatedScript.query("a check", tsql);
        } catch (NeedsSqlServerException e) {
            throw new SQLException(e);
        }
    }

    /** {@link #query} takes no COLLATE. */
    @Override
    public String cast(DeclaredType type, Optional<String> collation) {
        return "CAST(? AS " + type + ")";
    }

    @Override
    public String rowLocator() {
        return "_ROWID_";
    }
}
