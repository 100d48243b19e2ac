package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.H2Everything;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What outlives its test, a scheduler of the code under test for instance, writes on while the schema is put back. */
class EmbeddedResetUnderLoadIT {

    private static final Databases DATABASES = EngineDatabases.embedded();

    private static final int WRITERS = 4;

    private static final int RESETS = 60;

    /** After the first nothing but that table is put back, after the second everything. */
    private static final List<String> CHANGES =
            List.of("CREATE TABLE IF NOT EXISTS dbo.added (id INT)", "CREATE SEQUENCE IF NOT EXISTS dbo.more");

    private static final List<String> WRITES = List.of(
            "INSERT INTO app.users (name, boss) VALUES (CAST(RANDOM_UUID() AS VARCHAR), 1)",
            "INSERT INTO sales.orders (user_id, amount) VALUES (1, 5)",
            "SELECT NEXT VALUE FOR sales.numbers",
            "DELETE FROM dbo.log",
            "UPDATE app.users SET boss = 2 WHERE id = 1");

    @Test
    void nothingIsHalfPutBack() throws Exception {
        try (Database database = DATABASES.create("load", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            ScriptRunner.run(connection, database.engine(), "schema", RandomStep.SCHEMA);
            try (Snapshot snapshot = new SnapshotTaker(database, DATABASES, () -> {}).take()) {
                List<String> before = H2Everything.in(connection);

                resetUnderLoad(database, connection, snapshot);
                snapshot.restore();

                assertThat(H2Everything.in(connection)).isEqualTo(before);
            }
        }
    }

    private static void resetUnderLoad(Database database, Connection connection, Snapshot snapshot) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        AtomicBoolean done = new AtomicBoolean();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Connection own = database.dataSource().getConnection(); // H2 refuses one during a reset
                running.add(writers.submit(() -> write(own, done)));
            }
            for (int i = 0; i < RESETS; i++) {
                resetSchema(connection, snapshot, CHANGES.get(i % CHANGES.size()));
            }
            done.set(true);
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            done.set(true);
            writers.shutdown();
        }
    }

    private static void resetSchema(Connection connection, Snapshot snapshot, String change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(change);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
        }
    }

    private static @Nullable Void write(Connection own, AtomicBoolean done) throws SQLException {
        try (own;
                Statement statement = own.createStatement()) {
            for (int i = 0; !done.get(); i++) {
                try {
                    statement.execute(WRITES.get(i % WRITES.size()));
                } catch (SQLException e) {
                    // a key or a lock of another writer: nothing was written then
                }
            }
        }
        return null;
    }
}
