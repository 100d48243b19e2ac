package dev.palindrome.seed.engine;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlDialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the engines differ when rows are put in. */
public interface FillEngine {

    static FillEngine of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? new H2FillEngine() : new SqlServerFillEngine();
    }

    /**
     * Inserts a row.
     *
     * @param values what the row is given, as the driver takes it
     * @param made columns whose values the database makes
     * @return those values, by column
     */
    Map<String, Object> insert(
            Connection connection, Table table, Map<Column, @Nullable Object> values, List<GeneratedColumn> made)
            throws SQLException;

    /** The values of the first row, by column; NULL is left out. */
    static Map<String, Object> read(ResultSet rows, List<GeneratedColumn> made) throws SQLException {
        Map<String, Object> read = new LinkedHashMap<>();
        if (rows.next()) {
            for (int i = 0; i < made.size(); i++) {
                Object value = rows.getObject(i + 1);
                if (value != null) {
                    read.put(made.get(i).name(), value);
                }
            }
        }
        return read;
    }

    /**
     * A query of T-SQL as this engine takes it.
     *
     * @throws SQLException if it cannot ask so
     */
    String query(String tsql) throws SQLException;

    /** A parameter in such a query, as a column has it. CAST takes no type of the user's own. */
    String cast(DeclaredType type, Optional<String> collation);

    /** What tells rows of a table without a key apart. */
    String rowLocator();
}
