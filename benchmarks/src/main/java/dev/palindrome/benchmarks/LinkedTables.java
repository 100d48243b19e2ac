package dev.palindrome.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/**
 * Tables that each refer to the one before, and rows in them.
 *
 * @param tables how many there are
 * @param rows in all of them together
 */
record LinkedTables(int tables, int rows) {

    /** A folder with a migration for each table. */
    Path migrations() throws IOException {
        Path folder = Files.createTempDirectory("palindrome-benchmark");
        for (int table = 1; table <= tables; table++) {
            Files.writeString(folder.resolve("V" + table + "__table.sql"), create(table, table - 1));
        }
        return folder;
    }

    /**
     * A migration that makes a table with a key, an index and a reference.
     *
     * @param table its number
     * @param parent the number of the table that it refers to; 0 for none
     */
    static String create(int table, int parent) {
        return """
                CREATE TABLE t%1$d (
                    id INT NOT NULL CONSTRAINT pk_t%1$d PRIMARY KEY,
                    name NVARCHAR(50) NOT NULL,
                    amount DECIMAL(10, 2) NULL,
                    created_at DATETIME2 NOT NULL,
                    parent_id INT NULL%2$s
                );
                CREATE INDEX ix_t%1$d_name ON t%1$d (name);
                """.formatted(
                        table, parent == 0 ? "" : " CONSTRAINT fk_t%d REFERENCES t%d (id)".formatted(table, parent));
    }

    void load(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (int table = 1; table <= tables; table++) {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t" + table
                    + " (id, name, amount, created_at, parent_id) VALUES (?, ?, ?, '2026-01-01T00:00:00', ?)")) {
                for (int row = 1; row <= rows / tables; row++) {
                    insert.setInt(1, row);
                    insert.setString(2, "row " + row);
                    insert.setBigDecimal(3, BigDecimal.valueOf(row));
                    insert.setObject(4, table == 1 ? null : row, Types.INTEGER);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    void deleteAll(Connection connection) throws SQLException {
        for (int table = tables; table >= 1; table--) {
            execute(connection, "DELETE FROM t" + table);
        }
    }

    void writeTwo(Connection connection) throws SQLException {
        execute(connection, "UPDATE t1 SET name = 'other' WHERE id <= 5");
        execute(connection, "DELETE FROM t" + tables + " WHERE id <= 5");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
