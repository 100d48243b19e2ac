package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.engine.Approximation;
import dev.palindrome.engine.Approximation.Kind;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproximationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE TRIGGER dbo.trg ON dbo.t AFTER INSERT AS DELETE dbo.u WITH (NOLOCK) | TRIGGER: trigger dbo.trg is kept and does not fire (line 1)
            CREATE OR ALTER PROC dbo.p AS SELECT 1               | PROCEDURE: procedure dbo.p is kept and runs only where scripts call it (line 1)
            ALTER FUNCTION [dbo].[f] () RETURNS INT AS BEGIN RETURN 1 END | FUNCTION: function dbo.f is kept and called by scripts alone (line 1)
            CREATE SYNONYM dbo.s FOR dbo.t                       | SYNONYM: synonym dbo.s is kept and of no use (line 1)
            GRANT SELECT ON dbo.t TO public~DENY INSERT ON dbo.t TO public | PERMISSIONS: permissions are recorded and hold against nobody (lines 1, 2)
            CREATE TABLE t (a INT, [xml] INT, b XML NULL, c sql_variant NULL) | TYPE: values of xml, sql_variant are kept as texts (line 1)
            ALTER TABLE t ADD d GEOGRAPHY NULL                   | TYPE: values of geography are kept as texts (line 1)
            CREATE TABLE t (a VARCHAR(9) MASKED WITH (FUNCTION = 'default()') NULL) | MASK: masks hide no value (line 1)
            CREATE TABLE t (a VARCHAR(9) COLLATE Latin1_General_CI_AI) | COLLATION: accents count, in spite of Latin1_General_CI_AI (line 1)
            CREATE TABLE t (a VARCHAR(9) COLLATE Latin1_General_CS_AS) |
            CREATE TABLE t (a [nchar](9) COLLATE Latin1_General_BIN2 NULL) | FIXED_TEXT: short values of a CHAR come without the blanks behind them where its collation is Latin1_General_BIN2 (line 1)
            CREATE TABLE t (a CHAR(9) COLLATE Latin1_General_CI_AS) |
            SELECT 1 WHERE 'e' = N'é' COLLATE Latin1_General_CI_AI | COLLATION: accents count, in spite of Latin1_General_CI_AI (line 1)
            SET ANSI_PADDING OFF~CREATE TABLE t (a VARCHAR(9))~SELECT a INTO u FROM t | PADDING: blanks and zeros at the end of values stay, in spite of ANSI_PADDING OFF (lines 2, 3)
            SET ANSI_PADDING OFF~CREATE TABLE t (a NVARCHAR(9))~SET ANSI_PADDING ON;~CREATE TABLE u (a CHAR(9)) |
            CREATE UNIQUE INDEX i ON t (a) WITH (IGNORE_DUP_KEY = ON) | IGNORED_DUPLICATES: duplicates are an error, in spite of IGNORE_DUP_KEY (line 1)
            CREATE UNIQUE INDEX i ON t (a) WITH (IGNORE_DUP_KEY = OFF) |
            UPDATE t SET a = 1 OUTPUT inserted.a INTO u          | OUTPUT_OF_UPDATE: what UPDATE gives to OUTPUT is computed before it changes anything (line 1)
            UPDATE t SET a = RAND()                              | RANDOM: RAND() is another number in each row (line 1)
            ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON | DATABASE_OPTION: recorded, and changes nothing, is the database's READ_COMMITTED_SNAPSHOT (line 1)
            BEGIN TRAN~CREATE TABLE t (a INT)~ROLLBACK           | ROLLBACK_OF_DEFINITIONS: ROLLBACK takes back what came behind the last CREATE, ALTER or DROP, and no more (line 3)
            BEGIN TRAN~CREATE TABLE #t (a INT)~ROLLBACK          |
            DECLARE @t TABLE (a INT)~BEGIN TRAN~ROLLBACK         |
            CREATE INDEX i ON t (a) WITH (FILLFACTOR = 80)       | STORAGE: no effect: FILLFACTOR (line 1)
            SELECT * FROM t WITH (NOLOCK)~WAITFOR DELAY '00:00:01' | STORAGE: no effect: NOLOCK, WAITFOR (lines 1, 2)
            IF 1 = 1 BEGIN~EXEC ('CREATE TRIGGER x ON t AFTER INSERT AS SELECT 1')~END | TRIGGER: trigger x is kept and does not fire (line 2)
            EXEC sp_executesql N'CREATE PROC p AS SELECT 1'      | PROCEDURE: procedure p is kept and runs only where scripts call it (line 1)
            EXEC sp_addextendedproperty 'MS_Description', 'CREATE PROC p AS SELECT 1' |
            CREATE TABLE t (a INT NOT NULL PRIMARY KEY)~INSERT t VALUES (1) |
            """)
    void isFoundWithItsLine(String script, String found) {
        String all = Approximations.of("V1__a.sql", script.replace('~', '\n')).stream()
                .map(each -> each.kind() + ": " + each)
                .collect(Collectors.joining("; "));

        assertThat(all).isEqualTo(found == null ? "" : found);
    }

    @Test
    void manyAreOne() {
        String script = "CREATE PROC p1 AS SELECT 1\nGO\n".repeat(2) + "CREATE PROC p2 AS SELECT 1\nGO\n".repeat(6);

        assertThat(Approximations.of("V1__a.sql", script))
                .extracting(Approximation::toString)
                .containsExactly(
                        "procedures p1, p2 are kept and run only where scripts call them (lines 1, 3, 5, 7, 9 and 3 more)");
    }

    /** It is read as it was written, and may have been refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE PROCEDURE ${schema}.p AS SELECT 1 | procedures are kept and run only where scripts call them (line 1)
            CREATE TRIGGER | triggers are kept and do not fire (line 1)
            CREATE SYNONYM order FOR dbo.t | synonym order is kept and of no use (line 1)
            CREATE FUNCTION dbo. | function dbo is kept and called by scripts alone (line 1)
            """)
    void aNameThatCannotBeReadIsNoError(String script, String expected) {
        assertThat(Approximations.of("V1__a.sql", script))
                .extracting(Approximation::toString)
                .containsExactly(expected);
    }

    @Test
    void whatATestCouldSeeIsSaidOnceAtInfo() {
        String name = "V1__" + UUID.randomUUID() + ".sql";
        String script =
                "CREATE INDEX i ON t (a) WITH (FILLFACTOR = 80)\nGO\nCREATE TRIGGER trg ON t AFTER INSERT AS SELECT 1\nGO\n"
                        + "CREATE PROC p AS SELECT 1";
        try (CapturedLog log = new CapturedLog(Approximations.class)) {
            Approximations.log(name, script);
            Approximations.log(name, script);

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("INFO"))
                    .containsExactly(
                            "INFO " + name + " is taken, but not all of it does what it does on SQL Server: trigger"
                                    + " trg is kept and does not fire (line 3).");
            assertThat(log.lines())
                    .contains("DEBUG " + name
                            + " on the embedded engine, besides: procedure p is kept and runs only where scripts call it (line"
                            + " 5); no effect: FILLFACTOR (line 1).");
        }
    }

    @Test
    void whatHasNoEffectMattersToNobody() {
        assertThat(Kind.values())
                .filteredOn(kind -> kind.effect() == Approximation.Effect.NONE)
                .containsExactly(Kind.STORAGE);
        assertThat(Approximations.of("V1__a.sql", "CHECKPOINT")).noneMatch(Approximation::matters);
        assertThat(Approximations.of("V1__a.sql", "CREATE PROC p AS SELECT 1")).allMatch(Approximation::matters);
    }
}
