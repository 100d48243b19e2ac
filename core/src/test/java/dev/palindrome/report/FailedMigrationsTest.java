package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that does not go up at all leaves no round trip, so the pages of CI have to hear of it from whom it stops. */
class FailedMigrationsTest {

    @TempDir
    Path checkout;

    @BeforeEach
    void scripts() throws IOException {
        Path migrations = Files.createDirectories(checkout.resolve("app/db"));
        Files.writeString(migrations.resolve("V1__users.sql"), "CREATE TABLE dbo.users (id INT NOT NULL);");
        Files.writeString(migrations.resolve("V2__fax.sql"), "-- up\nGO\nDROP TABLE dbo.nobody;");
    }

    @Test
    void thePagesOfGitHubShowOnceWhichMigrationStopsADatabase() {
        Settings settings = settings(Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_WORKSPACE", checkout.toString(),
                "GITHUB_STEP_SUMMARY", checkout.resolve("summary.md").toString()));
        assertThat(printed(settings))
                .startsWith("\n::error file=app/db/V2__fax.sql,line=3,title=MIGRATION_FAILED%3A V2__fax.sql::A test"
                        + " class's database cannot be made:%0A  Migration V2 fax [V2__fax.sql] failed (V2__fax.sql,"
                        + " line 3): ");
        assertThat(checkout.resolve("summary.md"))
                .content()
                .startsWith(
                        "# A test class's database cannot be made: V2__fax.sql, line 3\n\n```text\nMigration V2 fax")
                .contains("Statement: DROP TABLE dbo.nobody");
        assertThat(printed(settings)).isEmpty();
    }

    @Test
    void gitLabListsItAmongItsFindings() {
        printed(settings(Map.of("GITLAB_CI", "true", "CI_PROJECT_DIR", checkout.toString())));
        assertThat(checkout.resolve("gl-code-quality-report.json"))
                .content()
                .contains("\"description\":\"A test class's database cannot be made: Migration V2 fax")
                .contains("\"location\":{\"path\":\"app/db/V2__fax.sql\",\"lines\":{\"begin\":3}}");
    }

    @Test
    void outsideOfCiNothingIsSaid() {
        assertThat(printed(settings(Map.of()))).isEmpty();
    }

    private String printed(Settings settings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            assertThatThrownBy(() -> FailedMigrations.shown(settings, () -> start(settings)))
                    .isInstanceOf(MigrationException.class);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private TestDatabase start(Settings settings) {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + checkout.resolve("app/db"))
                .settings(settings)
                .start();
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(name -> Optional.empty())
                .withEnvironment(name -> Optional.ofNullable(environment.get(name)));
    }
}
