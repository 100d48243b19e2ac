package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.Snapshot;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A million rows with a key and an index, deleted and brought back: beside what it took to insert them in batches. */
final class MillionRows {

    private static final int ROWS = Integer.getInteger("million", 1_000_000);

    private static final int BATCH = 1_000;

    private MillionRows() {}

    static void run(EngineKind engine, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("million");
        Files.writeString(folder.resolve("V1__orders.sql"), """
                CREATE TABLE dbo.orders (
                    id INT NOT NULL CONSTRAINT pk_orders PRIMARY KEY,
                    customer NVARCHAR(50) NOT NULL,
                    total DECIMAL(9, 2) NOT NULL
                );
                CREATE INDEX ix_orders ON dbo.orders (customer);
                """);
        try (TestDatabase database = TestDatabase.builder()
                        .engine(engine)
                        .locations("filesystem:" + folder)
                        .start();
                Connection connection = database.dataSource().getConnection()) {
            out.printf("%n%s, a table of %,d rows%n", database.engine(), ROWS);
            say(out, "inserted", insert(connection));
            try (Snapshot snapshot = database.snapshot()) {
                say(out, "deleted", delete(connection));
                long started = System.nanoTime();
                snapshot.restore();
                say(out, "reset", System.nanoTime() - started);
            }
        }
    }

    private static long insert(Connection connection) throws SQLException {
        long started = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO \"dbo\".\"orders\" (\"id\", \"customer\", \"total\") VALUES (?, ?, ?)")) {
            for (int row = 0; row < ROWS; row++) {
                statement.setInt(1, row);
                statement.setString(2, "customer " + row % 10_007);
                statement.setInt(3, row % 1_000);
                statement.addBatch();
                if (row % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        return System.nanoTime() - started;
    }

    private static long delete(Connection connection) throws SQLException {
        long started = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM \"dbo\".\"orders\"");
        }
        return System.nanoTime() - started;
    }

    private static void say(PrintStream out, String what, long nanos) {
        out.printf("| %-30s | %10.1f s |%n", what, nanos / 1e9);
    }
}
