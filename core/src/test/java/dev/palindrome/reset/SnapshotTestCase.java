package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.Database;
import dev.palindrome.database.ScriptRunner;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a snapshot promises, on every engine. */
abstract class SnapshotTestCase {

    private Database database;
    private Connection connection;

    abstract Database newDatabase();

    @BeforeEach
    void makeDatabase() throws SQLException {
        database = newDatabase();
        connection = database.dataSource().getConnection();
        run("""
                CREATE TABLE dbo.users (id INT IDENTITY(1, 1) NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL);
                INSERT INTO dbo.users (name) VALUES (N'Ann'), (N'Bob');
                """);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void nothingIsDoneWhereNothingWasWritten() {
        try (Snapshot snapshot = Snapshot.of(database)) {
            ResetReport report = snapshot.restore();

            assertThat(report)
                    .isEqualTo(new ResetReport(
                            ResetStrategy.NOTHING, "nothing was written", java.util.List.of(), report.took()));
        }
    }

    @Test
    void writtenTablesAreRestored() throws SQLException {
        try (Snapshot snapshot = Snapshot.of(database)) {
            run("INSERT INTO dbo.users (name) VALUES (N'Cid'); DELETE FROM dbo.users WHERE id = 1;");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
        }
    }

    private void run(String tsql) throws SQLException {
        ScriptRunner.run(connection, database.engine(), "test", tsql);
    }
}
