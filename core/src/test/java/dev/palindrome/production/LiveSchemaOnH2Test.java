package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.EngineDatabases;
import dev.palindrome.TestDatabase;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.TranslatedScript;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live databases of the embedded engine, read as production would be. */
class LiveSchemaOnH2Test {

    private static final String TABLES = """
            CREATE TABLE dbo.users (id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY, name NVARCHAR(50) NOT NULL);
            GO
            CREATE VIEW dbo.names AS SELECT name FROM dbo.users;
            """;

    private static TestDatabase migrated(Path folder, Map<String, String> flyway) {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .flyway(flyway)
                .start();
    }

    private static Path script(Path folder, String name, String sql) throws IOException {
        return Files.writeString(folder.resolve(name), sql);
    }

    @Test
    void isReadWithoutTheHistoryWhateverItIsCalled(@TempDir Path folder) throws IOException {
        script(folder, "V1__users.sql", TABLES);
        try (TestDatabase database = migrated(folder, Map.of("flyway.table", "changes"))) {
            assertThat(SchemaSnapshot.of(database.dataSource())).isEqualTo(database.schema());
        }
    }

    @Test
    void becomesTheFirstScriptOfMigrationsThatGoOn(@TempDir Path folder) throws IOException, SQLException {
        try (Database old = EngineDatabases.embedded().create("old", DatabaseOptions.DEFAULT);
                Connection connection = old.dataSource().getConnection()) {
            SqlRunner.on(connection)
                    .run(TranslatedScript.rewrite("schema.sql", TABLES).h2Statements());
            SchemaScript.of(old.dataSource()).writeTo(folder.resolve("B1__baseline.sql"));
        }
        script(folder, "V2__born.sql", "ALTER TABLE dbo.users ADD born DATE NULL;");

        try (TestDatabase database = migrated(folder, Map.of())) {
            assertThat(database.migrations().current())
                    .hasValueSatisfying(last -> assertThat(last.version()).isEqualTo("2"));
            assertThat(SchemaSnapshot.of(database.dataSource()).objects()).hasSize(3);
        }
    }

    @Test
    void ofAReadOnlyConnectionIsTheSame(@TempDir Path folder) throws IOException {
        script(folder, "V1__users.sql", TABLES);
        try (TestDatabase database = migrated(folder, Map.of())) {
            DataSource readOnly = readOnly(database.dataSource());

            assertThat(SchemaSnapshot.of(readOnly)).isEqualTo(database.schema());
            assertThat(SchemaScript.of(readOnly).sql())
                    .isEqualTo(SchemaScript.of(database.schema()).sql());
        }
    }

    /** As a pool for reading hands them out: within a transaction that nobody commits. */
    private static DataSource readOnly(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = database.getConnection();
                    connection.setReadOnly(true);
                    connection.setAutoCommit(false);
                    return connection;
                });
    }

    @Test
    void ofADatabaseThatPalindromeDidNotMakeIsReadAsWell() throws SQLException {
        JdbcDataSource plain = new JdbcDataSource();
        plain.setURL("jdbc:h2:mem:plain;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE");
        try (Connection connection = plain.getConnection()) {
            SqlRunner.on(connection).run("CREATE SCHEMA \"dbo\"");
            SqlRunner.on(connection)
                    .run("CREATE TABLE \"dbo\".\"t\" (id INT NOT NULL, CONSTRAINT \"pk\" PRIMARY KEY (id))");

            assertThat(SchemaScript.of(plain).sql()).endsWith("""
                    CREATE TABLE [dbo].[t] (
                        [id] INT NOT NULL,
                        CONSTRAINT [pk] PRIMARY KEY ([id])
                    );
                    """);
        }
    }

    @Test
    void ofAnotherProductIsAnError() {
        DatabaseMetaData product = (DatabaseMetaData) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> method.getName().endsWith("Name") ? "PostgreSQL" : "16.1");
        Connection connection = (Connection) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("getMetaData") ? product : null);
        DataSource database = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection);

        assertThatThrownBy(() -> SchemaSnapshot.of(database))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "The schema of PostgreSQL 16.1 cannot be read: SQL Server's can, and that of the embedded engine.");
    }
}
