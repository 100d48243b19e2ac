package dev.palindrome.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.EngineDatabases;
import dev.palindrome.QueriedRows;
import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class H2DatabasesTest {

    private final Databases databases = EngineDatabases.embedded();

    private final Database database = databases.create("H2DatabasesTest", DatabaseOptions.DEFAULT);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void dboIsTheDefaultSchemaOfEveryConnection() throws SQLException {
        try (Connection first = database.dataSource().getConnection();
                Connection second = connectByUrl()) {
            assertThat(first.getSchema() + " " + second.getSchema()).isEqualTo("dbo dbo");
        }
    }

    @Test
    void whatCannotBePreparedSaysWhy() {
        assertThatThrownBy(() -> H2Databases.make(
                        "H2DatabasesTest", new H2Behaviour(true), new H2Behaviour(true), connection -> {
                            throw new SQLException("the reason");
                        }))
                .hasMessageMatching("The database palindrome_\\w+ could not be made on embedded H2: the reason");
    }

    /** The file need not even be there. */
    @Test
    void aBackupNeedsSqlServer() {
        DatabaseOptions options = new DatabaseOptions(
                Optional.empty(), Map.of(), new StartingPoint.Backup(new BackupLocation("backups/prod.bak")));

        assertThatThrownBy(() -> databases.create("H2DatabasesTest", options))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The backup backups/prod.bak needs SQL Server: what BACKUP writes are pages of SQL Server's own"
                                + " files, which nothing else can read, and the embedded engine is H2. Run these tests on SQL Server"
                                + " (Docker, or palindrome.url); or, for a preview on the embedded engine, begin with the schema as a"
                                + " script (schemaScript) and load rows with @Seed.");
    }

    @Test
    void namesKeepTheirCaseAndCompareWithoutIt() throws SQLException {
        run(database, "CREATE TABLE Users (FullName VARCHAR(20))");
        assertThat(text(database, "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo'"))
                .isEqualTo("Users");
        run(database, "INSERT INTO dbo.USERS (fullname) VALUES ('Ann')");
    }

    @Test
    void textComparesWithoutCaseUnlessTheCollationSaysOtherwise() throws SQLException {
        String query = "SELECT COUNT(*) FROM t WHERE x = 'ANN'";
        DatabaseOptions caseSensitive = new DatabaseOptions(Optional.of("Latin1_General_CS_AS"), Map.of());
        try (Database other = databases.create("H2DatabasesTest", caseSensitive)) {
            for (Database one : new Database[] {database, other}) {
                run(one, "CREATE TABLE t (x VARCHAR(20))");
                run(one, "INSERT INTO t VALUES ('Ann')");
            }
            assertThat(text(database, query) + text(other, query)).isEqualTo("10");
        }
    }

    @Test
    void twoDatabasesKnowNothingOfEachOther() throws SQLException {
        try (Database other = databases.create("H2DatabasesTest", DatabaseOptions.DEFAULT)) {
            run(database, "CREATE TABLE t (x INT)");
            run(other, "CREATE TABLE t (x INT)");
            assertThat(other.name()).isNotEqualTo(database.name());
        }
    }

    @Test
    void aDatabaseWithoutItsSchemaCanBeClosed() throws SQLException {
        run(database, "DROP SCHEMA dbo CASCADE");
        database.close();
        assertThatThrownBy(this::connectByUrl).hasMessageContaining("not found");
    }

    @Test
    void aClosedDatabaseIsGoneWithItsConnections() throws SQLException {
        try (Connection open = database.dataSource().getConnection()) {
            database.close();
            assertThat(open.isValid(1)).isFalse();
        }
        assertThatThrownBy(() -> database.dataSource().getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("Database \"mem:" + database.name() + "\" not found");
    }

    @Test
    void aDatabaseWhosePasswordATestHasChangedGoesToo() throws SQLException {
        run(database, "ALTER USER sa SET PASSWORD 'other'");
        try (Connection open = DriverManager.getConnection(database.jdbcUrl(), "sa", "other")) {
            database.close();
            assertThat(open.isValid(1)).isFalse();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "sa", "other"))
                .hasMessageContaining("not found");
    }

    @Test
    void aDatabaseWhoseUserATestHasLeftWithFewRightsGoesToo() throws SQLException {
        run(database, "ALTER USER sa ADMIN FALSE");
        database.close();
        assertThatThrownBy(this::connectByUrl).hasMessageContaining("not found");
    }

    @Test
    void closingTwiceIsFine() {
        database.close();
        database.close();
    }

    @Test
    void closingWhatATestShutDownIsFine() throws SQLException {
        run(database, "SHUTDOWN");
        database.close();
    }

    @Test
    void thePasswordIsNotInWhatIsPrinted() throws SQLException {
        assertThat(database.password()).hasSize(32);
        assertThat(database + database.jdbcUrl() + database.dataSource()).doesNotContain(database.password());
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.username(), "guess"))
                .isInstanceOf(SQLException.class);
    }

    private Connection connectByUrl() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Database database, String query) throws SQLException {
        return QueriedRows.of(database, query).get(0);
    }
}
