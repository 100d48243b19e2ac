package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.seed.SeedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nests deeply takes much stack: where that is not enough, the error names script and line. */
class DeepNestingIT {

    private static final int LEVELS = 20_000;

    @TempDir
    Path migrations;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'BEGIN '|PRINT 'a'|' END'",
                "'IF 1 = 1 '|PRINT 'a'|''",
                "'IF 1 = 1 BEGIN '|PRINT 'a'|' END'",
                "'INSERT INTO t (a) SELECT '|1|''",
            })
    void blocks(String before, String inside, String behind) throws IOException {
        migration(before.repeat(LEVELS) + inside + behind.repeat(LEVELS));

        assertNamesScriptAndLine();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISNULL(|1|, 2)",
                "'CASE WHEN 1 = 1 THEN '|1|' ELSE 2 END'",
                "(|1|)",
                "'(SELECT '|1|)",
                "CAST(|1|' AS INT)'",
                "-(|1|)",
            })
    void expressions(String before, String inside, String behind) throws IOException {
        migration("UPDATE t SET a = " + before.repeat(LEVELS) + inside + behind.repeat(LEVELS));

        assertNamesScriptAndLine();
    }

    @Test
    void conditions() throws IOException {
        migration("ALTER TABLE t ADD CONSTRAINT ck CHECK (" + "(".repeat(LEVELS) + "a > 1" + ")".repeat(LEVELS) + ")");

        assertNamesScriptAndLine();
    }

    @Test
    void whatALiteralExecutes() throws IOException {
        migration("EXEC ('UPDATE t SET a = " + "(".repeat(LEVELS) + "1" + ")".repeat(LEVELS) + "')");

        assertNamesScriptAndLine();
    }

    /** H2 plans these in the stack of who sends them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE t SET a = 1|' + 1'",
                "INSERT INTO t (a) SELECT 1|' UNION ALL SELECT 1'",
                "CREATE VIEW v AS SELECT 1 AS b|' UNION ALL SELECT 1'",
                "UPDATE t SET a = 1 WHERE NOT|' NOT'",
            })
    void whatHangsOnEachOther(String begin, String more) throws IOException {
        String statement = begin + more.repeat(LEVELS) + (more.endsWith("NOT") ? " 1 = 1" : "");
        migration(statement);

        assertThat(assertNamesScriptAndLine())
                .contains(
                        "Msg 8631: the statement is nested too deeply, or too many things hang on each other in it, such"
                                + " as hundreds of UNION or +. Divide it, or run with palindrome.engine=sqlserver.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE t SET a = 1|' + 1'|the statement is nested too deeply, or too many things hang",
                "PRINT 'a'|'\nGO 999999999\n'|is to run 999999999 times, which is too much for the embedded engine",
            })
    void seedScripts(String begin, String more, String message) throws IOException {
        migration("PRINT 'a'");
        Path script = Files.writeString(
                migrations.resolve("seed.sql"), begin + more.repeat(more.contains("GO") ? 1 : LEVELS));

        try (TestDatabase database = start()) {
            assertThat(ThrowableAssert.catchThrowable(
                            () -> database.seed(SeedPlan.empty().scripts("filesystem:" + script))))
                    .isInstanceOf(PalindromeException.class)
                    .hasMessageContaining("seed.sql")
                    .hasMessageContaining("line 1")
                    .hasMessageContaining(message);
        }
    }

    /** As deep as SQL Server and H2 go along with. */
    @Test
    void whatIsNestedLessDeeplyIsReadEverywhere() throws IOException {
        int levels = 95;
        migration("ALTER TABLE t ADD CONSTRAINT ck CHECK (" + "(".repeat(levels) + "a > 1" + ")".repeat(levels)
                + ")\nGO\nCREATE VIEW v AS SELECT " + "ISNULL(".repeat(levels) + "a" + ", 2)".repeat(levels)
                + " AS b FROM t\nGO\nALTER TABLE t ADD c INT NOT NULL DEFAULT " + "(".repeat(levels) + "7"
                + ")".repeat(levels));

        try (TestDatabase database = start()) {
            SchemaSnapshot schema = database.schema();
            database.seed(SeedPlan.empty().fill("t:5"));

            assertThat(database.schema().diff(schema).isEmpty()).isTrue();
            assertThat(database.verifyRoundTrips().roundTrips()).hasSize(2);
        }
    }

    /** In a thread with the stack that a JVM gives one by itself: the main thread's is larger. */
    private String assertNamesScriptAndLine() {
        AtomicReference<Throwable> thrownThere = new AtomicReference<>();
        Thread thread = new Thread(() -> thrownThere.set(ThrowableAssert.catchThrowable(() -> start().close())));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Throwable thrown = thrownThere.get();

        assertThat(thrown).isInstanceOf(PalindromeException.class);
        assertThat(thrown.getMessage()).contains("V2__deep.sql");
        if (thrown instanceof MigrationException failure) {
            assertThat(failure.line()).hasValue(3);
        } else {
            assertThat(thrown.getMessage()).contains("line 3");
        }
        return thrown.getMessage();
    }

    private void migration(String third) throws IOException {
        Files.writeString(migrations.resolve("V1__t.sql"), "CREATE TABLE t (id INT PRIMARY KEY, a INT);");
        Files.writeString(migrations.resolve("V2__deep.sql"), "PRINT 'first'\nGO\n" + third + "\n");
        Files.writeString(migrations.resolve("U2__deep.sql"), "-- palindrome: irreversible a test\n");
        Files.writeString(migrations.resolve("U1__t.sql"), "DROP TABLE t;");
    }

    private TestDatabase start() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + migrations)
                .start();
    }
}
