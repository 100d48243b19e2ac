package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes next in an identity, and what INSERT without a list of columns gives. */
class EmbeddedIdentityTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    /** Microsoft: dbcc-checkident-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    never filled                       | 10 |
                    never filled, twice                | 10 | DBCC CHECKIDENT (t, RESEED, 10)
                    never filled, below the seed       |  0 | DBCC CHECKIDENT (t, RESEED, 0)
                    never filled, below zero           | -5 | DBCC CHECKIDENT (t, RESEED, -5) DBCC CHECKIDENT (t, RESEED, -5)
                    emptied                            |  1 | INSERT INTO t (a) VALUES (1), (2) DELETE FROM t DBCC CHECKIDENT (t, RESEED, 0)
                    emptied, twice                     |  1 | INSERT INTO t (a) VALUES (1), (2) DELETE FROM t DBCC CHECKIDENT (t, RESEED, 0) DBCC CHECKIDENT (t, RESEED, 0)
                    filled behind a new beginning      | 21 | DBCC CHECKIDENT (t, RESEED, 20) INSERT INTO t (a) VALUES (1) DELETE FROM t DBCC CHECKIDENT (t, RESEED, 20)
                    truncated behind a new beginning   |  7 | INSERT INTO t (a) VALUES (1) DBCC CHECKIDENT (t, RESEED, 3) TRUNCATE TABLE t DBCC CHECKIDENT (t, RESEED, 7)
                    truncated                          |  1 | DBCC CHECKIDENT (t, RESEED, 3) INSERT INTO t (a) VALUES (1) TRUNCATE TABLE t
                    """)
    void anIdentityGoesOnWhereItIsTold(String story, int next, String script) throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY(1, 1), a INT)");
        database.run(script == null ? "DBCC CHECKIDENT (t, RESEED, 10)" : script);

        database.run("INSERT INTO t (a) VALUES (9)");

        assertThat(database.rows("SELECT \"id\" FROM \"t\" WHERE \"a\" = 9"))
                .as(story)
                .containsExactly(String.valueOf(next));
    }

    /** Microsoft: ident-current-transact-sql, ident-seed-transact-sql, ident-incr-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    never filled                    | 10  | PRINT ''
                    filled                          | 15  | INSERT t VALUES (1), (2)
                    emptied                         | 15  | INSERT t VALUES (1), (2) DELETE FROM t
                    truncated                       | 10  | INSERT t VALUES (1), (2) TRUNCATE TABLE t
                    a new beginning, never filled   | 100 | DBCC CHECKIDENT (t, RESEED, 100)
                    a new beginning                 | 100 | INSERT t VALUES (1) DBCC CHECKIDENT (t, RESEED, 100)
                    a value of its own              | 500 | SET IDENTITY_INSERT t ON INSERT t (id, a) VALUES (500, 1) SET IDENTITY_INSERT t OFF
                    """)
    void theLastIdentityOfATableIsKnown(String story, String last, String script) throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY(10, 5), a INT)\n" + script);

        database.run(
                "DECLARE @name SYSNAME = 'dbo.t'\n"
                        + "SELECT IDENT_CURRENT('t') AS a, IDENT_SEED(@name) AS b, IDENT_INCR('t') AS c, IDENT_CURRENT('nix') AS d INTO r");

        assertThat(database.rows("SELECT * FROM \"r\"")).as(story).containsExactly(last + "|10|5|null");
    }

    @Test
    void anInsertWithoutColumnsLeavesOutIdentitiesAndComputedColumnsButNoRowversion() throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY, a INT, rv ROWVERSION, b AS (a + 1))");

        database.run("INSERT INTO t VALUES (1, DEFAULT)");

        assertThat(database.rows("SELECT \"id\", \"a\", \"b\" FROM \"t\"")).containsExactly("1|1|2");
        assertThatThrownBy(() -> database.run("INSERT INTO t VALUES (2)"))
                .hasMessageContaining("Msg 213: Column name or number of supplied values");
        assertThatThrownBy(() -> database.run("INSERT INTO t VALUES (2, 0x00)"))
                .hasMessageContaining("Msg 273: Cannot insert an explicit value into a timestamp column.");
    }

    /** Microsoft: scope-identity-transact-sql, identity-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            the batch before                | 7     | INSERT o VALUES (1) GO INSERT seen VALUES (SCOPE_IDENTITY())
            two batches before              | 8     | INSERT o VALUES (1) GO INSERT o VALUES (1) GO PRINT 'x' GO DECLARE @i INT = SCOPE_IDENTITY(); INSERT seen VALUES (@i)
            for @@IDENTITY                  | 7     | INSERT o VALUES (1) GO DECLARE @i INT = @@IDENTITY; INSERT seen VALUES (@i)
            nothing before                  | null  | INSERT seen VALUES (SCOPE_IDENTITY())
            a procedure, other scope        | 7,8   | CREATE PROCEDURE q AS INSERT o VALUES (1) GO INSERT o VALUES (1); EXEC q; DECLARE @s INT = SCOPE_IDENTITY(), @i INT = @@IDENTITY; INSERT seen VALUES (@s); INSERT seen VALUES (@i)
            a text, other scope             | 7,8   | INSERT o VALUES (1) GO EXEC ('INSERT o VALUES (1)') GO DECLARE @s INT = SCOPE_IDENTITY(), @i INT = @@IDENTITY; INSERT seen VALUES (@s); INSERT seen VALUES (@i)
            a text, its own scope           | null,8 | INSERT o VALUES (1) GO EXEC ('INSERT seen VALUES (SCOPE_IDENTITY()); INSERT o VALUES (1); INSERT seen VALUES (SCOPE_IDENTITY())')
            values of the script's own      | 5     | SET IDENTITY_INSERT o ON; INSERT o (id, n) VALUES (9, 1), (5, 1); SET IDENTITY_INSERT o OFF GO INSERT seen VALUES (SCOPE_IDENTITY())
            a sequence is no identity       | 7     | INSERT o VALUES (1); INSERT p VALUES (NEXT VALUE FOR s, '2020-01-01') GO INSERT seen VALUES (SCOPE_IDENTITY())
            a sequence beside an identity   | 7     | INSERT o (n) VALUES (NEXT VALUE FOR s) GO INSERT seen VALUES (SCOPE_IDENTITY())
            a table without an identity     | null  | INSERT o VALUES (1); INSERT p VALUES (1, '2020-01-01') GO INSERT seen VALUES (@@IDENTITY)
            a table variable                | 3     | DECLARE @t TABLE (id INT IDENTITY(3, 1), n INT); INSERT @t (n) VALUES (1); INSERT seen VALUES (SCOPE_IDENTITY())
            MERGE                           | 8     | MERGE o AS t USING (VALUES (1), (2)) AS x (n) ON t.n = x.n WHEN NOT MATCHED THEN INSERT (n) VALUES (x.n); INSERT seen VALUES (SCOPE_IDENTITY())
            a parameter of that name        | 7     | CREATE PROCEDURE q @scope_identity INT OUTPUT AS BEGIN INSERT o VALUES (1); SET @scope_identity = SCOPE_IDENTITY() END GO DECLARE @i INT; EXEC q @i OUTPUT; INSERT seen VALUES (@i)
            """)
    void theLastIdentityIsKnownInItsScope(String story, String expected, String script) throws SQLException {
        database.run("CREATE TABLE o (id INT IDENTITY(7, 1), n INT) CREATE TABLE p (n INT, d DATETIME)"
                + " CREATE TABLE seen (v INT) CREATE SEQUENCE s START WITH 100");

        database.run(script);

        assertThat(String.join(",", database.rows("SELECT \"v\" FROM \"seen\"")))
                .as(story)
                .isEqualTo(expected);
    }

    /** Nobody else's variable is where the engine keeps what a script may ask for. */
    @Test
    void aVariableMayBeCalledLikeAFunctionOfErrors() throws SQLException {
        database.run("CREATE TABLE seen (v INT) GO DECLARE @error_number INT = 7; BEGIN TRY SELECT 1 / 0 END TRY"
                + " BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()); INSERT seen VALUES (@error_number) END CATCH");

        assertThat(database.rows("SELECT \"v\" FROM \"seen\"")).containsExactly("8134", "7");
    }
}
