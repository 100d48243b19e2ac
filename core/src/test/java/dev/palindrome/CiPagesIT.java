package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job on GitHub shows of round trips that were really made: files and lines of the statements that failed. */
class CiPagesIT {

    @TempDir
    Path checkout;

    @Test
    void annotationsPointToTheStatementThatFailed() throws IOException {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL);");
        script("U1__users.sql", "DROP TABLE dbo.users;");
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone VARCHAR(20) NULL;");
        script("U2__phone.sql", "-- the way back\n\nALTER TABLE dbo.users\n  DROP COLUMN fone;");
        script("V3__note.sql", "ALTER TABLE dbo.users ADD note VARCHAR(20) NULL;");
        script("V4__fax.sql", "-- up\nGO\nALTER TABLE dbo.users ADD fax VARCHAR(20) NULL;\nGO\nDROP TABLE dbo.nobody;");
        script("U4__fax.sql", "ALTER TABLE dbo.users DROP COLUMN fax;");

        List<String> lines = printed(Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_WORKSPACE", checkout.toString(),
                        "GITHUB_STEP_SUMMARY", checkout.resolve("summary.md").toString()))
                .lines()
                .toList();

        assertThat(lines)
                .filteredOn(line -> line.startsWith("::error "))
                .extracting(line -> line.substring(0, line.indexOf("::", 2)))
                .containsExactly(
                        "::error file=app/db/U2__phone.sql,line=3,title=UNDO_FAILED%3A V2 phone",
                        "::error file=app/db/V3__note.sql,title=UNDO_MISSING%3A V3 note",
                        "::error file=app/db/V4__fax.sql,line=5,title=MIGRATION_FAILED%3A V4 fax");
        assertThat(checkout.resolve("summary.md"))
                .content()
                .contains("**✗ 3 of 4 migrations fail.**", "## V2 phone: UNDO_FAILED");
    }

    @Test
    void whatTheEngineRefusesHasItsLine() throws IOException {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL);");
        script("U1__users.sql", "DROP TABLE dbo.users;\nGO\nEXEC xp_cmdshell 'dir';");
        assertThat(printed(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", checkout.toString())))
                .startsWith("\n::error file=app/db/U1__users.sql,line=3,title=UNDO_FAILED%3A V1 users::");
    }

    private String printed(Map<String, String> environment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            TestDatabase.builder()
                    .engine(EngineKind.EMBEDDED)
                    .locations("filesystem:" + checkout.resolve("app/db"))
                    .settings(Settings.of(name -> Optional.empty())
                            .withEnvironment(name -> Optional.ofNullable(environment.get(name))))
                    .verifyRoundTrips(RoundTripOptions.none());
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void script(String name, String text) throws IOException {
        Path file = checkout.resolve("app/db").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
