package dev.palindrome.migration.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.migration.script.ScriptOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCatalogTest {

    @TempDir
    Path folder;

    @Test
    void undoScriptsAreKeptFromFlyway() throws IOException {
        files("V1__a.sql", "U1__a.sql", "R__b.sql", "beforeMigrate.sql", "V1__a.sql.conf");

        MigrationCatalog catalog = catalog();

        assertThat(catalog.forMigrating().map(ScriptFile::filename))
                .containsExactlyInAnyOrder("V1__a.sql", "R__b.sql", "beforeMigrate.sql", "V1__a.sql.conf");
        assertThat(catalog.undo(MigrationVersion.fromVersion("1")))
                .map(Undo::name)
                .contains("U1__a.sql");
    }

    @Test
    void anEmptyLocationIsAnError() {
        assertThatThrownBy(this::catalog)
                .isInstanceOf(MigrationException.class)
                .hasMessage("No migration found in filesystem:" + folder
                        + ", which is empty. A migration is a file such" + " as V1__create_users.sql.");
    }

    @Test
    void aLocationWithoutMigrationsIsAnError() throws IOException {
        files("schema.sql", "v1__small_letter.sql");

        assertThatThrownBy(this::catalog)
                .hasMessage("No migration found in filesystem:" + folder + ", which holds schema.sql,"
                        + " v1__small_letter.sql. A migration is a file such as V1__create_users.sql.");
    }

    @Test
    void twoScriptsThatClaimOneVersionAreBothNamed() throws IOException {
        files("V3__add_tags.sql", "V3__add_dates.sql");

        assertThatThrownBy(this::catalog)
                .hasMessage("Two scripts claim version 3:\n  " + folder.toUri() + "V3__add_dates.sql\n  "
                        + folder.toUri() + "V3__add_tags.sql\nProbably two people added a migration at the same time."
                        + " Rename the later one to the next free version (V…__description.sql, and its U script with it),"
                        + " then run again.");
    }

    @Test
    void anUndoWithoutItsMigrationIsAnError() throws IOException {
        files("V1__a.sql", "U2__b.sql");

        assertThatThrownBy(this::catalog)
                .hasMessage(
                        "Undo script " + folder.toUri() + "U2__b.sql undoes version 2, but there is no migration with"
                                + " that version. Rename it, or remove it.");
    }

    @Test
    void namesFollowFlywaysSettings() throws IOException {
        files("M1-a.tsql", "D1-a.tsql");

        MigrationCatalog catalog = catalog(Map.of(
                "sqlMigrationPrefix", "M",
                "sqlMigrationSeparator", "-",
                "sqlMigrationSuffixes", ".tsql",
                "undoSqlMigrationPrefix", "D"));

        assertThat(catalog.undo(MigrationVersion.fromVersion("1")))
                .map(Undo::name)
                .contains("D1-a.tsql");
    }

    @Test
    void settingsThatArePalindromesAreRefused() {
        assertThatThrownBy(() -> catalog(Map.of("flyway.url", "jdbc:x")))
                .hasMessage(
                        "The Flyway setting flyway.url is Palindrome's to decide: it makes the database and connects"
                                + " to it. Take it out.");
    }

    @Test
    void settingsThatWouldHideMigrationsAreRefused() {
        assertThatThrownBy(() -> catalog(Map.of("skipDefaultResolvers", "true")))
                .hasMessage("The Flyway setting skipDefaultResolvers is Palindrome's to decide: it reads the locations"
                        + " itself. Take it out.");
        assertThatThrownBy(() -> catalog(Map.of("flyway.target", "1")))
                .hasMessage("The Flyway setting flyway.target is Palindrome's to decide: say how far to go with upTo,"
                        + " or with the target of the test database. Take it out.");
        assertThatThrownBy(() -> catalog(Map.of("cherryPick", "1"))).hasMessageContaining("cherryPick");
    }

    @Test
    void unknownSettingsAreRefused() {
        assertThatThrownBy(() -> catalog(Map.of("tabel", "versions")))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Flyway refuses its settings [tabel]: ");
    }

    @Test
    void anUnknownEncodingOfAScriptIsAnError() {
        ScriptFile script = new ScriptFile("V1__a.sql", "V1__a.sql", "V1__a.sql", new byte[0]);
        ScriptFile configuration = new ScriptFile("V1__a.sql.conf", "V1__a.sql.conf", "V1__a.sql.conf", new byte[0]);
        ScriptOptions options = new ScriptOptions(List.of(configuration), file -> "encoding=utf8ish");

        assertThatThrownBy(() -> options.text(script, StandardCharsets.UTF_8))
                .hasMessage("The script configuration of V1__a.sql names the encoding utf8ish, which is none that Java"
                        + " knows. UTF-8 and windows-1252 are.");
    }

    private MigrationCatalog catalog() {
        return catalog(Map.of());
    }

    private MigrationCatalog catalog(Map<String, String> flyway) {
        return MigrationCatalog.read(new FlywaySetup(
                new MigrationSettings(List.of("filesystem:" + folder), flyway),
                getClass().getClassLoader()));
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "SELECT 1;");
        }
    }
}
