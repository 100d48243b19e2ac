package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.migration.MigrationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialContentsTest {

    @Test
    void scriptsAloneMayBeKeptForLaterRuns(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__one.sql"), "CREATE TABLE one (id INT);");

        assertThat(contents("filesystem:" + folder).key(true)).get().returns(true, TemplateKey::acrossRuns);
        assertThat(contents("filesystem:" + folder).key(false)).get().returns(false, TemplateKey::acrossRuns);
    }

    /** They may read files, and call code of any folder. */
    @Test
    void javaMigrationsAreNotKeptForLaterRuns() {
        assertThat(contents("classpath:db/java").key(true)).get().returns(false, TemplateKey::acrossRuns);
    }

    /** What was in production stays on no server. */
    @Test
    void whatBeginsWithABackupIsNotKeptForLaterRuns(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__one.sql"), "CREATE TABLE one (id INT);");

        assertThat(restored(folder, "server:/backup/prod.bak").key(true)).get().returns(false, TemplateKey::acrossRuns);
    }

    /** Another file in the same place is another beginning. */
    @Test
    void aBackupThatHasChangedMakesAnotherDatabase(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__one.sql"), "CREATE TABLE one (id INT);");
        Path backup = Files.writeString(folder.resolve("prod.bak"), "TAPE");
        Optional<TemplateKey> before = restored(folder, backup.toString()).key(false);
        assertThat(restored(folder, backup.toString()).key(false)).isEqualTo(before);

        Files.writeString(backup, "TAPE and more");

        assertThat(restored(folder, backup.toString()).key(false)).isNotEqualTo(before);
    }

    private static InitialContents restored(Path folder, String backup) {
        StartingPoint start = new StartingPoint.Backup(new BackupLocation(backup));
        return new InitialContents(
                new DatabaseOptions(Optional.empty(), Map.of(), start),
                new MigrationSettings(List.of("filesystem:" + folder), Map.of(), start, Optional.empty()),
                Optional.empty(),
                Optional.of("nothing"));
    }

    private static InitialContents contents(String location) {
        return new InitialContents(
                new DatabaseOptions(Optional.empty(), Map.of()),
                new MigrationSettings(List.of(location), Map.of()),
                Optional.empty(),
                Optional.of("nothing"));
    }
}
