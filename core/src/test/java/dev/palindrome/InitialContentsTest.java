package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.DatabaseOptions;
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

    private static InitialContents contents(String location) {
        return new InitialContents(
                new DatabaseOptions(Optional.empty(), Map.of()),
                new MigrationSettings(List.of(location), Map.of()),
                Optional.empty(),
                Optional.of("nothing"));
    }
}
