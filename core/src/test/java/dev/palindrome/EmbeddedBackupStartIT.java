package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
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

    private TestDatabase.Builder builder() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .settings(Settings.of(name -> Optional.empty()))
                .locations("filesystem:" + migrations);
    }
}
