package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.production.MaskRules;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of backups before there is a SQL Server. */
class EmbeddedBackupStartIT {

    @TempDir
    private Path migrations;

    @BeforeEach
    void oneMigration() throws IOException {
        Files.writeString(migrations.resolve("V1__users.sql"), "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
    }

    @Test
    void theEmbeddedEngineSaysWhyItCannotAndWhatElseThereIs() {
        assertThatThrownBy(() -> builder().backup("backups/prod.bak").start())
                .isInstanceOf(DatabaseException.class)
                .message()
                .startsWith("The backup backups/prod.bak needs SQL Server: ")
                .contains("(schemaScript)");
        assertThatThrownBy(() -> builder().backup("backups/prod.bak").verifyRoundTrips(RoundTripOptions.none()))
                .isInstanceOf(PalindromeException.class)
                .hasMessageContaining("The backup backups/prod.bak needs SQL Server: ");
    }

    @Test
    void aDatabaseBeginsWithOneThing() {
        assertThatThrownBy(() ->
                        builder().backup("prod.bak").schemaScript("legacy.sql").start())
                .isInstanceOf(PalindromeException.class)
                .hasMessage(
                        "The database cannot begin with both the schema script legacy.sql and the backup prod.bak. Name one"
                                + " of them: what the script adds to the backup is a migration.");
    }

    @Test
    void nothingIsNoBackup() {
        assertThatThrownBy(() -> builder().backup("server:").start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("backup names no file.");
    }

    @Test
    void withoutRulesForPersonalDataNothingIsRestored() {
        assertThatThrownBy(() -> unruled().backup("backups/prod.bak").start())
                .isInstanceOf(PalindromeException.class)
                .hasMessage(
                        "The backup backups/prod.bak is not restored: nobody says what becomes of personal data in it, and tests"
                                + " would see whatever people have entered. Write rules, one a line, such as users.email = email, and"
                                + " give them by @Mask on the class or its package, or by mask(MaskRules) on the builder; columns that"
                                + " may stay get keep <reason>. Where nobody's data is in it, or it was masked before, set"
                                + " palindrome.allow-unmasked=true.");
        assertThatThrownBy(() -> unruled().backup("backups/prod.bak").verifyRoundTrips(RoundTripOptions.none()))
                .isInstanceOf(PalindromeException.class)
                .hasMessageContaining("palindrome.allow-unmasked");
    }

    @Test
    void theSettingDoesWithoutRules() {
        assertThatThrownBy(() -> unruled()
                        .settings(Settings.of(
                                name -> Optional.of("true").filter(on -> name.equals("palindrome.allow-unmasked"))))
                        .backup("backups/prod.bak")
                        .start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("The backup backups/prod.bak needs SQL Server: ");
    }

    private TestDatabase.Builder builder() {
        return unruled().mask(MaskRules.parse("users.id = keep numbers that count"));
    }

    private TestDatabase.Builder unruled() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .settings(Settings.of(name -> Optional.empty()))
                .locations("filesystem:" + migrations);
    }
}
