package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code ALTER SCHEMA … TRANSFER}.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/alter-schema-transact-sql">ALTER SCHEMA</a>
 */
class EmbeddedSchemaTransferTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE SCHEMA app
                GO
                CREATE TABLE dbo.parents (
                    id INT IDENTITY (5, 2) CONSTRAINT pk_parents PRIMARY KEY,
                    code VARCHAR(10) COLLATE Latin1_General_CS_AS NOT NULL CONSTRAINT uq_code UNIQUE CHECK (code <> 'x'),
                    name NVARCHAR(5) CONSTRAINT df_name DEFAULT N'new',
                    twice AS (id * 2),
                    parent INT REFERENCES dbo.parents (id))
                CREATE INDEX ix_name ON dbo.parents (name) INCLUDE (parent)
                CREATE TABLE dbo.children (id INT PRIMARY KEY, parent INT CONSTRAINT fk_parent REFERENCES dbo.parents (id))
                INSERT INTO dbo.parents (code, name, parent) VALUES ('a', N'q', 5), ('A', N'Q', 5)
                INSERT INTO dbo.children VALUES (1, 5)
                CREATE TABLE dbo.taken (id INT)
                CREATE TABLE app.taken (id INT)
                CREATE TABLE dbo.granted (id INT)
                GRANT SELECT ON dbo.granted TO public
                CREATE TABLE dbo.fired (id INT)
                GO
                CREATE TRIGGER dbo.fires ON dbo.fired AFTER INSERT AS PRINT 'x'
                GO
                CREATE VIEW dbo.seen AS SELECT id FROM dbo.taken
                GO
                CREATE PROCEDURE dbo.adds AS INSERT INTO dbo.children (id) VALUES (77)
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void aTableMovesWithItsRowsKeysAndWhatPointsToIt() throws SQLException {
        database.run("ALTER SCHEMA [app] TRANSFER [dbo].[parents];"
                + " INSERT INTO app.parents (code) VALUES ('b'); INSERT INTO dbo.children VALUES (2, 9)");

        assertThat(database.rows("SELECT * FROM app.parents"))
                .containsExactly("5|a|q|10|5", "7|A|Q|14|5", "9|b|new|18|null");
        assertThat(database.rows("SELECT id FROM app.parents WHERE code = 'a' OR name = 'Q'"))
                .containsExactly("5", "7");
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.children VALUES (3, 99)"))
                .hasMessageContaining("fk_parent");
        assertThatThrownBy(() -> database.run("INSERT INTO app.parents (code) VALUES ('a')"))
                .hasMessageContaining("uq_code");
        database.run(
                "DROP INDEX ix_name ON app.parents; ALTER TABLE app.parents DROP CONSTRAINT df_name;"
                        + " IF OBJECT_ID('dbo.parents') IS NOT NULL THROW 50000, N'it is still there', 1;"
                        + " DECLARE @s SYSNAME = SCHEMA_NAME(); EXEC (N'ALTER SCHEMA ' + @s + N' TRANSFER OBJECT::app.parents')");
        assertThat(database.rows("SELECT COUNT(*) FROM dbo.parents")).containsExactly("3");
    }

    @Test
    void aProcedureIsCalledInItsNewSchema() throws SQLException {
        database.run("ALTER SCHEMA app TRANSFER dbo.adds; EXEC app.adds");

        assertThat(database.rows("SELECT id FROM dbo.children WHERE id = 77")).containsExactly("77");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "none TRANSFER dbo.taken       | Msg 15151: Cannot alter the schema 'none'",
                "app TRANSFER dbo.none         | Msg 15151: Cannot find the object 'none'",
                "app TRANSFER dbo.taken        | Msg 15530: ",
                "app TRANSFER TYPE::dbo.code   | ALTER SCHEMA … TRANSFER of a type",
                "app TRANSFER dbo.seen         | TRANSFER of a view",
                "app TRANSFER dbo.fired        | TRANSFER of a table with triggers",
                "app TRANSFER dbo.granted      | TRANSFER of what somebody has permissions on"
            })
    void whatCannotMoveIsAnError(String transfer, String message) {
        assertThatThrownBy(() -> database.run("ALTER SCHEMA " + transfer)).hasMessageContaining(message);
    }
}
