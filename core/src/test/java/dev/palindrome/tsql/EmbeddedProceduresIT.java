package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Procedures in a database that has none: kept as they are written. */
class EmbeddedProceduresIT {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<String> procedures() throws SQLException {
        return H2RecordedObjects.of(database.connection(), List.of(Kind.PROCEDURE)).stream()
                .map(procedure -> procedure.schema() + "." + procedure.name() + " = "
                        + procedure.recorded().get(Fact.DEFINITION).orElseThrow())
                .sorted()
                .toList();
    }

    @Test
    void keepsTheWholeBatch() throws SQLException {
        String batch = "/* by hand */\n-- why\nCREATE PROCEDURE dbo.p @a INT = 1 AS\nBEGIN\n  SELECT 'GO' -- end;\nEND";

        database.run("SET ANSI_NULLS ON\nGO\n" + batch + "\n\nGO\nCREATE TABLE dbo.t (id INT)");

        assertThat(procedures()).containsExactly("dbo.p = " + batch);
        assertThat(database.rows("SELECT COUNT(*) FROM dbo.t")).containsExactly("0");
    }

    @Test
    void altersAndDropsThem() throws SQLException {
        database.run("CREATE OR ALTER PROC P AS SELECT 1\nGO\nALTER PROC p AS SELECT 2");
        assertThat(procedures()).containsExactly("dbo.P = ALTER PROC p AS SELECT 2");

        database.run("CREATE OR ALTER PROC p AS SELECT 3\nGO\nDROP PROCEDURE IF EXISTS nobody, p;");
        assertThat(procedures()).isEmpty();
    }

    @Test
    void theirSchemaIsNeeded() throws SQLException {
        database.run("CREATE SCHEMA sales\nGO\nCREATE PROC sales.p AS SELECT 1");

        assertThatThrownBy(() -> database.run("DROP SCHEMA sales")).isInstanceOf(SQLException.class);

        database.run("DROP PROC sales.p\nGO\nDROP SCHEMA sales");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE dbo.p @a INT, @b AS NVARCHAR(MAX) = N'x', @c DECIMAL(9,2) = -1.5 OUTPUT AS SELECT @a",
                "CREATE PROCEDURE dbo.p (@a INT NULL = NULL, @rows dbo.row_list READONLY, @c CURSOR VARYING OUTPUT) AS RETURN",
                "CREATE PROCEDURE dbo.p WITH RECOMPILE, ENCRYPTION, EXECUTE AS OWNER AS SELECT 1",
                "CREATE PROCEDURE dbo.p FOR REPLICATION AS SELECT 1",
                "create proc [dbo].[p];1 as select 1",
                "CREATE PROCEDURE dbo.p AS CREATE TABLE #t (a INT); EXEC dbo.q; DROP TABLE #t",
                "EXEC('CREATE PROCEDURE dbo.p AS SELECT ''a''')",
                "EXEC dbo.sp_executesql @statement = N'CREATE PROCEDURE dbo.p AS SELECT N''a'''",
                "IF NOT EXISTS (SELECT 1 FROM sys.tables WHERE name = 'p') EXEC('CREATE PROCEDURE dbo.p AS SELECT 1')"
            })
    void takesWhatPeopleWrite(String script) throws SQLException {
        database.run(script);

        assertThat(procedures()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2714 | CREATE PROC dbo.p AS SELECT 1\\nGO\\nCREATE PROC dbo.P AS SELECT 1
            2714 | CREATE TABLE dbo.p (a INT)\\nGO\\nCREATE PROC dbo.p AS SELECT 1
            2714 | CREATE PROC dbo.p AS SELECT 1\\nGO\\nCREATE TABLE dbo.p (a INT)
            2714 | CREATE PROC dbo.p AS SELECT 1\\nGO\\nCREATE VIEW dbo.p AS SELECT 1 AS a
            2714 | CREATE PROC dbo.p AS SELECT 1\\nGO\\nCREATE TABLE dbo.t (a INT NOT NULL CONSTRAINT p PRIMARY KEY)
            208 | ALTER PROC dbo.p AS SELECT 1
            2010 | CREATE TABLE dbo.p (a INT)\\nGO\\nALTER PROC dbo.p AS SELECT 1
            2010 | CREATE TABLE dbo.p (a INT)\\nGO\\nCREATE OR ALTER PROC dbo.p AS SELECT 1
            3701 | DROP PROCEDURE dbo.p
            """)
    void holdsSqlServersRules(int number, String script) {
        assertThatThrownBy(() -> database.run(script.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getMessage()).startsWith("Msg " + number + ": "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DECLARE @a INT CREATE PROC dbo.p AS SELECT 1",
                "CREATE PROC dbo.p",
                "CREATE PROC dbo.p @a INT = AS SELECT 1",
                "CREATE PROC dbo.p WITH SPEED AS SELECT 1",
                "CREATE PROC dbo.p;2 AS SELECT 1",
                "CREATE PROC dbo.p AS SELECT 'a",
                "SELECT 1 AS a\nALTER PROC dbo.p AS SELECT 1",
                "CREATE PROC dbo.p AS EXTERNAL NAME a.b.c"
            })
    void refusesTheRestBeforehand(String script) {
        assertThatThrownBy(() -> TranslatedScript.rewrite("V1__test.sql", script))
                .isInstanceOf(NeedsSqlServerException.class);
    }
}
