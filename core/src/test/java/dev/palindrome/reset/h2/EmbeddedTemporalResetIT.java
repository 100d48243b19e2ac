package dev.palindrome.reset.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.palindrome.EngineDatabases;
import dev.palindrome.H2Everything;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.reset.SnapshotTaker;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods and histories come back exactly, and a reset writes no history. */
class EmbeddedTemporalResetIT {

    private static final Databases DATABASES = EngineDatabases.embedded();

    private static final String SCRIPT = """
            CREATE TABLE dbo.users (id INT IDENTITY NOT NULL PRIMARY KEY, name NVARCHAR(20) NOT NULL, big NVARCHAR(MAX) NULL,
                a DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
                PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users_before));
            INSERT INTO dbo.users (name, big) VALUES (N'ann', %s), (N'bob', NULL);
            UPDATE dbo.users SET name = N'anna' WHERE id = 1;
            """;

    private Database database;
    private Connection connection;

    @BeforeEach
    void make() throws SQLException {
        database = DATABASES.create("temporal", DatabaseOptions.DEFAULT);
        connection = database.dataSource().getConnection();
        script(SCRIPT.formatted("REPLICATE(N'x', 7000)"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void script(String tsql) throws SQLException {
        SqlRunner.on(connection)
                .run(TranslatedScript.rewrite("V1__test.sql", tsql).h2Statements());
    }

    private static void script(Database database, String tsql) {
        try (Connection connection = database.dataSource().getConnection()) {
            SqlRunner.on(connection)
                    .run(TranslatedScript.rewrite("V1__test.sql", tsql).h2Statements());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void plain(String sql) throws SQLException {
        SqlRunner.on(connection).run(sql);
    }

    @Test
    void rowsAndHistoryComeBack() throws SQLException {
        try (Snapshot snapshot = new SnapshotTaker(database, DATABASES, () -> {}).take()) {
            List<String> before = H2Everything.in(connection);
            plain("UPDATE users SET name = 'x'");
            plain("DELETE FROM users WHERE id = 2");
            plain("INSERT INTO users (name) VALUES ('cid')");
            assertThat(H2Everything.in(connection)).isNotEqualTo(before);

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(H2Everything.in(connection)).containsExactlyElementsOf(before);
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    @Test
    void theSchemaComesBackAndGoesOnKeepingHistory() throws SQLException {
        try (Snapshot snapshot = new SnapshotTaker(database, DATABASES, () -> {}).take()) {
            List<String> before = H2Everything.in(connection);
            script("""
                    ALTER TABLE dbo.users ADD mail NVARCHAR(20) NULL;
                    UPDATE dbo.users SET name = N'x';
                    EXEC sp_rename 'dbo.users', 'people';
                    ALTER TABLE dbo.people SET (SYSTEM_VERSIONING = OFF);
                    DROP TABLE dbo.users_before;
                    """);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(H2Everything.in(connection)).containsExactlyElementsOf(before);
            goesOn(connection);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(H2Everything.in(connection)).containsExactlyElementsOf(before);
        }
    }

    private static void goesOn(Connection connection) throws SQLException {
        SqlRunner.on(connection).run("UPDATE users SET name = 'annie' WHERE id = 1");
        assertThat(SqlRunner.on(connection)
                        .query("SELECT name FROM users_before ORDER BY b")
                        .texts())
                .containsExactly("ann", "anna");
        assertThatThrownBy(() -> SqlRunner.on(connection).run("DELETE FROM users_before"))
                .hasMessageContaining("Msg 13560");
    }

    /** Long values are kept outside rows, and such rows come by INSERT. */
    @ParameterizedTest
    @ValueSource(strings = {"REPLICATE(N'x', 7000)", "N'short'"})
    void aCloneHasAllOfItAndGoesOn(String big) throws SQLException {
        Optional<TemplateKey> key = Optional.of(new TemplateKey("temporal", big, false));
        Consumer<Database> fill = filled -> script(filled, SCRIPT.formatted(big));
        try (Database first = DATABASES.create("clone", DatabaseOptions.DEFAULT, key, fill);
                Database second =
                        DATABASES.create("clone", DatabaseOptions.DEFAULT, key, filled -> fail("filled again"));
                Connection one = first.dataSource().getConnection();
                Connection other = second.dataSource().getConnection()) {
            assertThat(H2Everything.in(other)).containsExactlyElementsOf(H2Everything.in(one));
            goesOn(other);
        }
    }
}
