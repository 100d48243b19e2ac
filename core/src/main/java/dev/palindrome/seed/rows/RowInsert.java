package dev.palindrome.seed.rows;

import dev.palindrome.schema.Table;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * Puts rows into a table, many with one statement.
 *
 * @param columns which; all others are the server's
 */
record RowInsert(TableColumns table, List<String> columns) {

    /** SQL Server takes 2,100 parameters and 1,000 rows for each statement (docs: table-value-constructor). */
    private static final int PARAMETERS = 2000;

    private static final int ROWS = 1000;

    /**
     * A ROWCOUNT that a script has left would leave rows out. What has parameters goes through sp_executesql, which gives it
     * back at its end (Microsoft: set-rowcount-transact-sql, set-statements-transact-sql).
     */
    private static final String ALL_OF_THEM = "SET ROWCOUNT 0; ";

    void put(Connection connection, List<GeneratedRow> rows) throws SQLException {
        if (columns.isEmpty()) {
            putEmpty(connection, rows.size());
            return;
        }
        int most = Math.min(ROWS, Math.max(1, PARAMETERS / columns.size()));
        for (int from = 0; from < rows.size(); from += most) {
            putTogether(connection, rows.subList(from, Math.min(rows.size(), from + most)));
        }
    }

    private void putEmpty(Connection connection, int rows) throws SQLException {
        String insert = "INSERT INTO " + table.table().portableName() + " DEFAULT VALUES";
        SqlRunner.on(connection).run(Collections.nCopies(rows, insert));
    }

    private void putTogether(Connection connection, List<GeneratedRow> rows) throws SQLException {
        String insert = sql(table.table(), columns, rows.size());
        boolean mayBeCut = rows.size() > 1 && SqlDialect.of(connection) != SqlDialect.H2;
        try (PreparedStatement statement = PreparedSql.on(connection, mayBeCut ? ALL_OF_THEM + insert : insert)) {
            int at = 1;
            for (GeneratedRow row : rows) {
                for (String column : columns) {
                    set(statement, at++, table.domain(column), row.of(column));
                }
            }
            statement.executeUpdate();
        }
    }

    static void set(PreparedStatement statement, int at, ValueDomain domain, Value value) throws SQLException {
        if (value.content() == null) {
            PreparedSql.setNull(statement, at, domain.jdbcType());
        } else {
            PreparedSql.set(statement, at, domain.toJdbc(value.content()));
        }
    }

    static String sql(Table table, List<String> columns, int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return "INSERT INTO %s (%s) VALUES %s"
                .formatted(
                        table.portableName(),
                        PortableName.list(columns),
                        String.join(", ", Collections.nCopies(rows, row)));
    }
}
