package dev.palindrome.seed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.SeededDatabaseTestCase;
import dev.palindrome.seed.ServerAbility;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts must do on every engine. */
abstract class SeedScriptsTestCase extends SeededDatabaseTestCase {

    private static final String WRONG_VALUE =
            "INSERT INTO t (name) SELECT CAST(x AS INT) + 1 FROM (SELECT 'secret' AS x) AS v\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_t PRIMARY KEY,"
                + " name NVARCHAR(20) NOT NULL CONSTRAINT uq_name UNIQUE)");
    }

    @Test
    void runsBatchesAsOftenAsTheySay() throws Exception {
        run("""
                SET IDENTITY_INSERT t ON
                INSERT INTO t (id, name) VALUES (10, N'ten')
                SET IDENTITY_INSERT t OFF
                GO
                INSERT INTO t (name) SELECT CONCAT('n', COUNT(*)) FROM t
                GO 3
                """);

        assertThat(database.rows("SELECT COUNT(*), MAX(name) FROM t")).containsExactly("4|ten");
    }

    @Test
    void saysWhereAScriptIsNotUtf8() throws Exception {
        Files.write(folder.resolve("script.sql"), "SELECT 1\nGO\n-- \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SeedScripts.run(database.connection(), "filesystem:" + folder.resolve("script.sql")))
                .isInstanceOf(SeedException.class)
                .hasMessageEndingWith("script.sql, line 3: it is not UTF-8 at byte offset 15. Save it as UTF-8.");
    }

    @Test
    void knowsGoWithACommentIndentedAndInsideOtherThings() throws Exception {
        run("""
                INSERT INTO t (name) VALUES (N'a
                GO
                ')
                  go -- the next one
                /* GO
                */ INSERT INTO t (name) VALUES (N'b')
                GO""");

        assertThat(database.rows("SELECT COUNT(*), MAX(name) FROM t")).containsExactly("2|b");
    }

    @Test
    void countsLinesFromTheGoBefore() {
        assertThatThrownBy(() ->
                        run("INSERT INTO t (name) VALUES ('a')\n  GO -- again\nINSERT INTO t (name) VALUES ('a')"))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("seed.sql failed at line 3: ");
    }

    @Test
    void goWithASemicolonIsNone() {
        assertThatThrownBy(() -> run("INSERT INTO t (name) VALUES ('a')\nGO;\nINSERT INTO t (name) VALUES ('b')"))
                .hasMessageContaining("seed.sql");
    }

    @Test
    void namesScriptAndLineWithoutAValueAndKeepsNothing() throws Exception {
        assertThatThrownBy(
                        () -> run(
                                "INSERT INTO t (name) VALUES ('secret');\nGO\n-- again\n\nINSERT INTO t (name) VALUES ('secret');"))
                .isInstanceOf(SeedException.class)
                .hasMessageMatching("The script filesystem:.*/seed\\.sql failed at line 5: the database refused a row"
                        + " \\(error \\d+\\) because of uq_name\\.")
                .hasMessageNotContaining("secret");
        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("0");
    }

    @Test
    void saysWhatTheServerSaysOfAStatementThatIsWrong() {
        database.requires(ServerAbility.ERROR_NUMBERS);
        assertThatThrownBy(() -> run("INSERT INTO t (name) VALUES ('a')\nGO\nINSERT INTO missing (a) VALUES (1)\n"))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("seed.sql failed at line 3: ")
                .hasMessageContaining("missing");
    }

    @Test
    void tellsAWrongValueFromAWrongStatement() {
        database.requires(ServerAbility.ERROR_NUMBERS);

        assertThatThrownBy(() -> run(WRONG_VALUE))
                .hasMessageMatching("The script filesystem:.*/seed\\.sql failed at line 1: the database refused a row"
                        + " \\(error \\d+\\)\\.");
    }

    @Test
    void showsNoValuesOfAStatementThatIsWrong() {
        assertThatThrownBy(() -> run("INSERT INTO t (name) VALUES ('secret') ('secret')\n"))
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("secret"));
        assertThatThrownBy(() -> run(WRONG_VALUE))
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("secret"));
        assertThatThrownBy(() -> run("DECLARE @secret INT = 'secret'; INSERT INTO t (name) VALUES (@secret)\n"))
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("'secret'"));
        assertThatThrownBy(() -> run("INSERT INTO t (name) VALUES (\"secret\")\n"))
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("secret"));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    final void run(String tsql) throws IOException, SQLException {
        Path script = Files.writeString(folder.resolve("seed.sql"), tsql);
        SeedScripts.run(database.connection(), "filesystem:" + script);
    }
}
