package dev.palindrome.schema.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.EngineDatabases;
import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@RequiresSqlServer
class SqlServerSchemaReaderIT {

    private static final String TABLES = """
            CREATE TABLE dbo.users (
                id INT IDENTITY(5,2) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                name NVARCHAR(50) NOT NULL CONSTRAINT df_users_name DEFAULT N'x',
                balance DECIMAL(10,2) NOT NULL,
                bio NVARCHAR(MAX) NULL,
                at DATETIME2(3) NULL,
                CONSTRAINT uq_users_name UNIQUE (name),
                CONSTRAINT ck_users_balance CHECK (balance >= 0));
            CREATE TABLE dbo.todos (
                id BIGINT NOT NULL CONSTRAINT pk_todos PRIMARY KEY,
                user_id INT NULL CONSTRAINT fk_todos_users REFERENCES dbo.users (id) ON DELETE CASCADE,
                title VARCHAR(20) NULL);
            CREATE INDEX ix_todos_title ON dbo.todos (title)
            """;

    private final Databases databases = EngineDatabases.sqlServer();
    private Database database;
    private Connection connection;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = databases.create("schema", DatabaseOptions.DEFAULT);
        connection = database.dataSource().getConnection();
        execute(TABLES);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void readsTables() throws SQLException {
        SchemaSnapshot snapshot = SchemaReader.of(connection).read(connection);

        Table users = snapshot.table("dbo", "USERS").orElseThrow();
        assertThat(users.columns())
                .extracting(column -> column.name() + " " + column.type().orElseThrow() + " " + column.isNullable())
                .containsExactly(
                        "id INT false",
                        "name NVARCHAR(50) false",
                        "balance DECIMAL(10,2) false",
                        "bio NVARCHAR(MAX) true",
                        "at DATETIME2(3) true");
        assertThat(users.columns().get(0).identity()).hasToString("Optional[Identity[seed=5, increment=2]]");
        assertThat(users.columns().get(1).defaultValue()).isPresent();
        assertThat(users.primaryKey().orElseThrow().columns()).containsExactly("id");
        assertThat(users.uniqueKeys()).extracting(UniqueKey::columns).containsExactly(List.of("id"), List.of("name"));
        assertThat(users.checks()).hasSize(1);
        assertThat(snapshot.table("dbo", "todos").orElseThrow().foreignKeys())
                .extracting(foreignKey -> foreignKey.object().toString())
                .singleElement()
                .asString()
                .endsWith("([user_id]) REFERENCES [dbo].[users]([id]) ON DELETE CASCADE");
    }

    @Test
    void theTextIsReadBack() throws SQLException {
        SchemaSnapshot snapshot = SchemaReader.forSqlServer().read(connection);

        assertThat(SchemaSnapshot.parse(snapshot.toString())).isEqualTo(snapshot);
        assertThat(snapshot.diff(SchemaSnapshot.parse(snapshot.toString())).differences())
                .isEmpty();
    }

    @Test
    void leavesTablesOut() throws SQLException {
        SchemaSnapshot snapshot =
                SchemaReader.forSqlServer().leavingOut(TableName.parse("Todos")).read(connection);

        assertThat(snapshot.tables()).extracting(Table::toString).containsExactly("dbo.users");
    }

    /** What nobody changes is the same in another database, whatever the server calls it there. */
    @Test
    void namesThatTheServerMakesUpAreNoDifference() throws SQLException {
        String unnamed = "CREATE TABLE dbo.unnamed (id INT NOT NULL PRIMARY KEY, a INT DEFAULT 1 CHECK (a > 0) UNIQUE,"
                + " b INT REFERENCES dbo.users (id))";
        execute(unnamed);
        SchemaSnapshot first = SchemaReader.forSqlServer().read(connection);
        execute("DROP TABLE dbo.unnamed");
        execute("CREATE TABLE dbo.in_between (id INT)");
        execute(unnamed);
        execute("DROP TABLE dbo.in_between");

        assertThat(first.diff(SchemaReader.forSqlServer().read(connection)).differences())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.palindrome.schema.read.SqlServerChange#all")
    void seesEachChangeAlsoWhenReadingAgain(SqlServerChange change) throws SQLException {
        prepare(change.before());
        SchemaWatch watch = SchemaReader.forSqlServer().watch();
        SchemaSnapshot before = watch.read(connection);
        prepare(change.change());
        assumeTrue(shows(change.shown()), "this server's catalogue does not show " + change.name());

        SchemaSnapshot again = watch.readAgain(connection, Optional.empty());

        assertThat(before.diff(again).toString()).contains(change.difference());
        assertThat(again).isEqualTo(SchemaReader.forSqlServer().read(connection));
    }

    private void prepare(List<String> statements) {
        for (String sql : statements) {
            try {
                execute(sql.replace("{database}", "[" + database.name() + "]"));
            } catch (SQLException e) {
                abort("this server cannot run " + sql + ": " + e.getMessage());
            }
        }
    }

    /** Whether the catalogue has a row about the change. */
    private boolean shows(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
