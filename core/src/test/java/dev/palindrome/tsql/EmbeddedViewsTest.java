package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views as SQL Server has them: in nobody's way unless they are bound. */
class EmbeddedViewsTest {

    private static final String TABLE = """
            CREATE TABLE dbo.users (id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY, name NVARCHAR(20) NOT NULL, city NVARCHAR(20) NULL);
            INSERT INTO dbo.users (id, name, city) VALUES (1, N'Ann', N'Ulm');
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(TABLE);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aChangeOfAnotherColumnLeavesAViewAsItIs() throws SQLException {
        database.run("CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users");
        database.run("CREATE VIEW dbo.long_names AS SELECT id FROM dbo.names WHERE LEN(name) > 2");
        database.run("""
                ALTER TABLE dbo.users DROP COLUMN city;
                ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(40) NOT NULL;
                ALTER TABLE dbo.users ADD zip INT NULL;
                EXEC sp_rename 'dbo.users.zip', 'code', 'COLUMN';
                """);

        assertThat(database.rows("SELECT \"name\" FROM \"names\"")).containsExactly("Ann");
        assertThat(database.rows("SELECT \"id\" FROM \"long_names\"")).containsExactly("1");
    }

    @Test
    void aViewLooksForNamesInItsOwnSchemaAndThenInDbo() throws SQLException {
        database.run("CREATE SCHEMA sales");
        database.run("""
                CREATE TABLE sales.users (id INT NOT NULL, price MONEY NOT NULL);
                CREATE TABLE dbo.cities (id INT NOT NULL, share DECIMAL(5,2) NOT NULL);
                INSERT INTO sales.users (id, price) VALUES (7, 5);
                INSERT INTO dbo.cities (id, share) VALUES (7, 2);
                """);
        database.run(
                "CREATE VIEW sales.parts AS SELECT u.id, u.price / c.share AS part FROM users u JOIN cities c ON c.id = u.id");
        database.run("CREATE OR ALTER VIEW sales.ids AS SELECT id FROM users");
        database.run("ALTER VIEW sales.ids AS SELECT id FROM users WHERE id > 0");
        database.run("CREATE VIEW names AS SELECT id FROM users");

        assertThat(database.rows("SELECT \"id\" FROM \"sales\".\"ids\"")).containsExactly("7");
        assertThat(database.rows("SELECT \"id\" FROM \"names\"")).containsExactly("1");
        assertThat(database.rows("SELECT \"part\" FROM \"sales\".\"parts\""))
                .singleElement()
                .asString()
                .startsWith("2.5");
    }

    /** Microsoft: sp-refreshview-transact-sql. */
    @Test
    void aRefreshedViewHasTheColumnsThatThereAreByNow() throws SQLException {
        database.run("CREATE VIEW everything AS -- all of it\n SELECT * FROM users");
        database.run("CREATE VIEW dbo.more AS SELECT * FROM everything");
        String record = "SELECT REMARKS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'everything'";
        List<String> recorded = database.rows(record);
        database.run("ALTER TABLE dbo.users ADD zip INT NULL; EXEC sp_rename 'dbo.users.city', 'town', 'COLUMN'");

        database.run("EXEC sp_refreshview 'dbo.everything'; EXEC sp_refreshsqlmodule N'more'");

        assertThat(database.rows("SELECT \"id\", \"town\", \"zip\" FROM \"everything\""))
                .containsExactly("1|Ulm|null");
        assertThat(database.rows("SELECT \"id\", \"town\", \"zip\" FROM \"more\""))
                .containsExactly("1|Ulm|null");
        assertThat(database.rows(record)).isEqualTo(recorded);
        database.run("EXEC sp_rename 'dbo.everything', 'anything'");
        fails("EXEC sp_refreshview 'dbo.anything'", "Msg 208: Invalid object name 'everything'.");
    }

    @Test
    void aChangedViewLeavesThoseOnItToWaitUnlessTheyAreBound() throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT id, name FROM dbo.users");
        database.run("CREATE VIEW dbo.w AS SELECT name FROM dbo.v");
        database.run("ALTER VIEW dbo.v AS SELECT id FROM dbo.users");
        assertThatThrownBy(() -> database.rows("SELECT * FROM \"w\"")).isInstanceOf(SQLException.class);
        database.run("CREATE OR ALTER VIEW dbo.v AS SELECT id, name FROM dbo.users");
        assertThat(database.rows("SELECT * FROM \"w\"")).containsExactly("Ann");

        database.run("CREATE VIEW dbo.a WITH SCHEMABINDING AS SELECT id, name FROM dbo.users");
        database.run("CREATE VIEW dbo.b WITH SCHEMABINDING AS SELECT id FROM dbo.a");
        for (String verb : List.of("ALTER", "CREATE OR ALTER")) {
            fails(
                    verb + " VIEW dbo.a AS SELECT id FROM dbo.users",
                    "Msg 3729: Cannot ALTER 'a' because it is being referenced by object 'b'.");
        }
    }

    @Test
    void aNameOfSomethingElseIsNoViewToChange() throws SQLException {
        database.run("CREATE PROCEDURE dbo.p AS SELECT 1");
        for (String verb : List.of("ALTER", "CREATE OR ALTER")) {
            for (String name : List.of("p", "users", "pk_users")) {
                fails(
                        verb + " VIEW dbo." + name + " AS SELECT 1 AS a",
                        "Msg 2010: Cannot perform alter on 'dbo." + name
                                + "' because it is an incompatible object type.");
            }
        }
        fails("ALTER VIEW dbo.nosuch AS SELECT 1 AS a", "Msg 208: Invalid object name 'nosuch'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4502 (a, b, c) AS SELECT id, name FROM dbo.users",
                "4502 (a, b) AS WITH x AS (SELECT id, name FROM dbo.users) SELECT MAX(id) FROM x",
                "8158 (a) AS SELECT id, CONCAT(name, city) FROM dbo.users UNION SELECT 1, N'x'",
            })
    void aViewNamesAsManyColumnsAsItSelects(String view) throws SQLException {
        assertThatThrownBy(() -> database.run("CREATE VIEW dbo.v " + view.substring(5)))
                .hasMessageContaining("is refused by SQL Server (error " + view.substring(0, 4) + ":");
        database.run("CREATE VIEW dbo.v (a, b) AS SELECT TOP (1) id, COALESCE(city, name) FROM dbo.users");
        database.run("CREATE VIEW dbo.w (a, b, c) AS SELECT * FROM dbo.users");
    }

    @Test
    void aViewThatNamesADroppedColumnIsBrokenAndStays() throws SQLException {
        database.run("CREATE VIEW dbo.cities AS SELECT id, city FROM dbo.users");
        database.run("ALTER TABLE dbo.users DROP COLUMN city;");

        assertThatThrownBy(() -> database.rows("SELECT * FROM \"cities\"")).isInstanceOf(SQLException.class);
        assertThat(views()).containsExactly("cities");
        assertThat(tables()).containsExactly("users");
    }

    @Test
    void aBrokenViewWorksAgainOnceTheTableFits() throws SQLException {
        database.run("CREATE VIEW dbo.cities AS SELECT id, city FROM dbo.users");
        database.run("ALTER TABLE dbo.users DROP COLUMN city;");
        database.run("ALTER TABLE dbo.users ADD town NVARCHAR(20) NULL;");
        database.run("EXEC sp_rename 'dbo.users.town', 'city', 'COLUMN';");

        assertThat(database.rows("SELECT \"id\" FROM \"cities\"")).containsExactly("1");
    }

    @Test
    void aTableThatIsDroppedLeavesItsViewsBehind() throws SQLException {
        database.run("CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users");
        database.run("DROP TABLE dbo.users;");

        assertThat(views()).containsExactly("names");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aTableMayTakeTheNameOfOneThatAViewNames() throws SQLException {
        database.run("CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users");
        database.run("""
                CREATE TABLE dbo.users_new (id INT NOT NULL CONSTRAINT pk_new PRIMARY KEY, name NVARCHAR(50) NOT NULL);
                INSERT INTO dbo.users_new (id, name) SELECT id, name FROM dbo.users;
                DROP TABLE dbo.users;
                EXEC sp_rename 'dbo.users_new', 'users';
                """);

        assertThat(database.rows("SELECT \"name\" FROM \"names\"")).containsExactly("Ann");
    }

    @Test
    void aViewThatOthersNameMayBeDropped() throws SQLException {
        database.run("CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users");
        database.run("CREATE VIEW dbo.ids AS SELECT id FROM dbo.names");
        database.run("DROP VIEW dbo.names;");

        assertThat(views()).containsExactly("ids");
    }

    @Test
    void aFailedChangeLeavesTableAndViewsAsTheyWere() throws SQLException {
        database.run("CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users");
        fails("ALTER TABLE dbo.users ALTER COLUMN name INT NOT NULL;", "Ann");

        assertThat(database.rows("SELECT \"name\" FROM \"names\"")).containsExactly("Ann");
        assertThat(tables()).containsExactly("users");
    }

    @Test
    void aBoundViewBlocksWhatItNames() throws SQLException {
        database.run("CREATE VIEW dbo.names WITH SCHEMABINDING AS SELECT id, name FROM dbo.users");
        database.run("CREATE VIEW dbo.ids WITH SCHEMABINDING AS SELECT id FROM dbo.names");

        fails(
                "ALTER TABLE dbo.users DROP COLUMN name;",
                "Msg 5074: The object 'names' is dependent on column 'name'. Msg 4922: ALTER TABLE DROP COLUMN name failed"
                        + " because one or more objects access this column.");
        fails(
                "ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(30) NOT NULL;",
                "The object 'names' is dependent on column 'name'.");
        fails(
                "DROP TABLE dbo.users;",
                "Msg 3729: Cannot DROP TABLE 'users' because it is being referenced by object 'names'.");
        fails(
                "DROP VIEW dbo.names;",
                "Msg 3729: Cannot DROP VIEW 'names' because it is being referenced by object 'ids'.");
        fails("EXEC sp_rename 'dbo.users.name', 'full_name', 'COLUMN';", "participates in enforced dependencies");
        fails("EXEC sp_rename 'dbo.users', 'people';", "participates in enforced dependencies");
    }

    @Test
    void aBoundViewLeavesTheOtherColumnsFree() throws SQLException {
        database.run("CREATE VIEW dbo.names WITH SCHEMABINDING AS SELECT id, name FROM dbo.users");
        database.run("""
                ALTER TABLE dbo.users DROP COLUMN city;
                ALTER TABLE dbo.users ADD zip INT NULL;
                EXEC sp_rename 'dbo.users.zip', 'code', 'COLUMN';
                """);

        assertThat(database.rows("SELECT \"name\" FROM \"names\"")).containsExactly("Ann");
        database.run("DROP VIEW dbo.names; DROP TABLE dbo.users;");
    }

    @Test
    void otherOptionsOfViewsAreRefused() {
        fails("CREATE VIEW dbo.v WITH ENCRYPTION AS SELECT id FROM dbo.users", "a view WITH ENCRYPTION");
    }

    private List<String> views() throws SQLException {
        return database.rows("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo'"
                + " AND TABLE_TYPE = 'VIEW' ORDER BY 1");
    }

    private List<String> tables() throws SQLException {
        return database.rows("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo'"
                + " AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1");
    }

    private void fails(String tsql, String message) {
        assertThatThrownBy(() -> database.run(tsql)).as(tsql).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW dbo.names WITH VIEW_METADATA AS SELECT id, name FROM dbo.users",
                "CREATE VIEW dbo.names WITH SCHEMABINDING, VIEW_METADATA AS SELECT id, name FROM dbo.users",
                "CREATE VIEW dbo.names AS SELECT id, name FROM dbo.users WHERE id > 0 WITH CHECK OPTION;"
            })
    void aViewMayHaveOptions(String view) throws SQLException {
        database.run(view);

        assertThat(database.rows("SELECT \"name\" FROM \"names\"")).containsExactly("Ann");
    }
}
