package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.sql.FailedLine;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What procedures of scripts do where scripts call them. */
class EmbeddedProceduresTest {

    private static final String HELPER = """
            CREATE OR ALTER PROCEDURE dbo.drop_default (@table SYSNAME, @column NVARCHAR(128) = N'note')
            WITH EXECUTE AS OWNER
            AS
            BEGIN
                SET NOCOUNT ON
                DECLARE @name NVARCHAR(200), @sql NVARCHAR(MAX)
                SELECT @name = d.name FROM sys.default_constraints d
                    JOIN sys.columns c ON c.object_id = d.parent_object_id AND c.column_id = d.parent_column_id
                    WHERE d.parent_object_id = OBJECT_ID(@table) AND c.name = @column
                IF @name IS NULL RETURN 1
                SET @sql = N'ALTER TABLE ' + @table + N' DROP CONSTRAINT ' + QUOTENAME(@name)
                EXEC (@sql)
            END
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.seen (n INT IDENTITY, v NVARCHAR(400) NULL)\n"
                + "CREATE TABLE dbo.t (id INT PRIMARY KEY, note NVARCHAR(20) NOT NULL DEFAULT N'none')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            @v NVARCHAR(9) AS INSERT seen VALUES (@v)                        | EXEC dbo.p N'abc'                               | abc
            @v NVARCHAR(2) AS INSERT seen VALUES (@v)                        | EXEC p @v = N'abc'                              | ab
            @v NVARCHAR(9) AS INSERT seen VALUES (@v)                        | EXECUTE [dbo].[p] word                          | word
            @v INT, @w INT = -7 AS INSERT seen VALUES (@v + @w)              | EXEC p 3                                        | -4
            @v INT, @w INT = 7 AS INSERT seen VALUES (@v + @w)               | EXEC p @w = DEFAULT, @v = -3                    | 4
            (@v INT = NULL) AS INSERT seen VALUES (@v)                       | EXEC p                                          | null
            @v INT AS INSERT seen VALUES (@v)                                | DECLARE @v INT = 5; EXEC p @v; SET @v += 1; EXEC p @v = @v | 5,6
            @v INT OUTPUT AS SET @v = @v * 2                                 | DECLARE @o INT = 4; EXEC p @o OUTPUT; INSERT seen VALUES (@o) | 8
            @v INT OUTPUT AS SET @v = @v * 2                                 | DECLARE @o INT = 4; EXEC p @v = @o; INSERT seen VALUES (@o) | 4
            AS RETURN 3                                                      | DECLARE @r INT; EXEC @r = p; INSERT seen VALUES (@r) | 3
            @v INT AS IF @v > 1 RETURN @v - 1; INSERT seen VALUES ('on')     | DECLARE @r INT; EXEC @r = p 5; EXEC p 0; INSERT seen VALUES (@r) | on,4
            AS INSERT seen VALUES ('ran')                                    | DECLARE @r INT = 9; EXEC @r = p; INSERT seen VALUES (@r) | ran,0
            @n INT AS IF @n > 0 BEGIN SET @n -= 1; EXEC p @n; INSERT seen VALUES (@n) END | EXEC p 3                           | 0,1,2
            AS CREATE TABLE #p (i INT); INSERT #p VALUES (1); INSERT seen SELECT i FROM #p | EXEC p; EXEC p                    | 1,1
            AS THROW 51000, 'no', 1                                          | BEGIN TRY EXEC p END TRY BEGIN CATCH INSERT seen VALUES (ERROR_MESSAGE()) END CATCH | no
            AS DELETE FROM seen                                              | INSERT seen VALUES (1); INSERT seen VALUES (2); EXEC p; INSERT seen VALUES (@@ROWCOUNT) | 2
            AS BEGIN TRAN                                                    | BEGIN TRY EXEC p END TRY BEGIN CATCH ROLLBACK; INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 266
            AS BEGIN TRAN; INSERT seen VALUES ('in'); COMMIT                 | EXEC p; INSERT seen VALUES (@@TRANCOUNT)        | in,1
            AS                                                               | EXEC p; INSERT seen VALUES ('on')               | on
            """)
    void run(String procedure, String call, String rows) throws SQLException {
        database.run("CREATE PROCEDURE p " + procedure + "\nGO\n" + call);

        assertThat(String.join(",", database.rows("SELECT v FROM dbo.seen ORDER BY n")))
                .isEqualTo(rows);
    }

    @Test
    void aHelperOfMigrationsDropsDefaults() throws SQLException {
        database.run(
                HELPER + "GO\nEXEC dbo.drop_default 'dbo.t'\nGO\nALTER TABLE dbo.t DROP COLUMN note\n"
                        + "DECLARE @left INT\nEXEC @left = drop_default @column = N'id', @table = N't'\nINSERT dbo.seen VALUES (@left)");

        assertThat(database.rows("SELECT v FROM dbo.seen")).containsExactly("1");
        assertThat(database.rows("SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 't'"))
                .containsExactly("id");
    }

    @Test
    void theOneRunsThatWasDefinedLast() throws SQLException {
        database.run("CREATE PROCEDURE p AS INSERT seen VALUES ('first')\nGO\nEXEC p\nGO\n"
                + "ALTER PROCEDURE p AS INSERT seen VALUES ('second')\nGO\nEXEC p\nGO\nDROP PROCEDURE p");

        assertThat(database.rows("SELECT v FROM dbo.seen ORDER BY n")).containsExactly("first", "second");
        assertThatThrownBy(() -> database.run("EXEC p"))
                .hasMessageStartingWith("Msg 2812: Could not find stored procedure 'p'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            @v INT AS DELETE seen                  | EXEC p                    | Msg 201
            @v INT AS DELETE seen                  | EXEC p 1, 2               | Msg 8144
            @v INT AS DELETE seen                  | EXEC p @w = 2             | Msg 8145
            @v INT AS DELETE seen                  | DECLARE @o INT; EXEC p @o OUTPUT | Msg 8162
            @v TINYINT AS DELETE seen              | EXEC p 300                | error 220
            @v INT AS DELETE seen                  | EXEC p 'x'                | Msg 8114: Error converting data type varchar to int.
            @v DATE AS DELETE seen                 | EXEC p @v = N'x'          | Msg 8114: Error converting data type nvarchar to date.
            @v INT AS DELETE seen                  | DECLARE @x VARCHAR(9) = 'x'; EXEC p @x | Msg 8114: Error converting data type varchar to int.
            AS EXEC p                              | EXEC p                    | Msg 217
            AS WAITFOR DELAY '00:00:01' SELECT CHECKSUM(1) | EXEC p            | the procedure p, line 1: "SELECT CHECKSUM(…)" needs SQL Server (CHECKSUM of anything but NEWID())
            @v dbo.other AS DELETE seen            | EXEC p 1                  | The procedure p needs SQL Server (the type other of a variable)
            """)
    void failsAtTheLineOfTheCall(String procedure, String call, String message) throws SQLException {
        Throwable error = catchThrowable(
                () -> database.run("CREATE PROCEDURE p " + procedure + "\nGO\nDELETE seen\nGO\n" + call));

        assertThat(error).hasMessageContaining(message);
        assertThat(FailedLine.of(error)).contains(5);
    }

    /** Microsoft: error-procedure-transact-sql. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEGIN TRY EXEC inner_one END TRY            | dbo.inner_one
            BEGIN TRY EXEC outer_one END TRY            | dbo.inner_one
            BEGIN TRY EXEC raising END TRY              | dbo.raising
            BEGIN TRY EXEC (N'SELECT 1 / 0') END TRY    | null
            BEGIN TRY SELECT 1 / 0 END TRY              | null
            """)
    void anErrorKnowsItsProcedure(String tried, String procedure) throws SQLException {
        database.run("CREATE PROCEDURE inner_one AS SELECT 1 / 0\nGO\n"
                + "CREATE PROCEDURE raising AS RAISERROR ('x', 16, 1)\nGO\n"
                + "CREATE PROCEDURE outer_one AS BEGIN TRY EXEC inner_one END TRY BEGIN CATCH THROW END CATCH\nGO\n"
                + tried
                + " BEGIN CATCH INSERT seen VALUES (ERROR_PROCEDURE()) END CATCH");

        assertThat(database.rows("SELECT \"v\" FROM \"dbo\".\"seen\"")).containsExactly(procedure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            geography::Point(47.4205, -122.3490, 4326)             | POINT (-122.349 47.4205)
            geography::Point(0, 10, 4324)                          | SRID=4324;POINT (10 0)
            geometry::Point(1.5, 2, 0)                             | POINT (1.5 2)
            geometry::STGeomFromText('POLYGON ((0 0, 1 0, 1 1, 0 0))', 0) | POLYGON ((0 0, 1 0, 1 1, 0 0))
            """)
    void shapesOfLiteralsAreKeptAsTexts(String tsql, String text) throws SQLException {
        String type = tsql.substring(0, tsql.indexOf(':'));
        database.run("CREATE TABLE dbo.place (id INT, at " + type + ")\nINSERT INTO dbo.place VALUES (1, " + tsql
                + "), (2, NULL)\n" + "INSERT INTO dbo.place (at) SELECT " + tsql);

        assertThat(database.rows("SELECT at FROM dbo.place WHERE at IS NOT NULL"))
                .containsExactly(text, text);
    }

    @Test
    void loginsOfTheServerMayBeAskedFor() throws SQLException {
        database.run(
                "IF NOT EXISTS (SELECT loginname FROM master.dbo.syslogins WHERE name = N'app' AND dbname = N'x') INSERT seen VALUES ('none')\n"
                        + "IF EXISTS (SELECT 1 FROM master..syslogins WHERE name = 'sa') INSERT seen VALUES ('sa')");

        assertThat(database.rows("SELECT v FROM dbo.seen ORDER BY n")).containsExactly("none", "sa");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            EXEC p @o                              | error 137
            EXEC @r = p                            | error 137
            EXEC p 1 2                             | error 102
            EXEC sp_unheard_of 1                   | the procedure sp_unheard_of
            INSERT seen EXEC sp_who                | a procedure of SQL Server's own
            """)
    void whatCannotBeIsRefusedBeforeAnythingRuns(String call, String message) throws SQLException {
        assertThatThrownBy(() -> database.run("INSERT seen VALUES (1)\nGO\n" + call))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining(message);
        assertThat(database.rows("SELECT v FROM dbo.seen")).isEmpty();
    }
}
