package dev.palindrome.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFingerprintTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeScript() throws IOException {
        write("V1__one.sql", "CREATE TABLE one (id INT);");
    }

    @Test
    void theSameScriptsComeToTheSame() throws IOException {
        String before = of(Map.of());
        write("V1__one.sql", "CREATE TABLE one (id INT);");
        assertThat(of(Map.of())).isEqualTo(before).hasSize(64);
    }

    @Test
    void whatDecidesAboutTheDatabaseDecidesAboutTheFingerprint() throws IOException {
        List<String> all = new ArrayList<>(List.of(of(Map.of()), of(Map.of("placeholders.a", "1"))));
        for (String file :
                List.of("V2__two.sql", "R__view.sql", "beforeMigrate.sql", "B1__base.sql", "V1__one.sql.conf")) {
            write(file, "-- new");
            all.add(of(Map.of()));
            write(file, "-- changed");
            all.add(of(Map.of()));
        }
        Files.move(folder.resolve("V2__two.sql"), folder.resolve("V2__three.sql"));
        all.add(of(Map.of()));
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void undoScriptsDoNot() throws IOException {
        String before = of(Map.of());
        write("U1__one.sql", "DROP TABLE one;");
        assertThat(of(Map.of())).isEqualTo(before);
    }

    @Test
    void javaMigrationsCount() {
        MigrationSettings withJava = new MigrationSettings(List.of("classpath:db/java"), Map.of());
        MigrationSettings both = new MigrationSettings(List.of("classpath:db/java", "filesystem:" + folder), Map.of());
        assertThat(MigrationFingerprint.of(withJava)).isPresent().isEqualTo(MigrationFingerprint.of(withJava));
        assertThatThrownBy(() -> MigrationFingerprint.of(both)).isInstanceOf(MigrationException.class);
    }

    @Test
    void nobodyCanTellWhatCallbackClassesDo() {
        assertThat(MigrationFingerprint.of(settings(Map.of("flyway.callbacks", "com.example.Audit"))))
                .isEmpty();
    }

    @Test
    void aScriptWithTheDatabasesNameOrTheTimeIsAnotherOneEachTime() throws IOException {
        for (String placeholder : List.of("database", "timestamp", "workingDirectory")) {
            write("V2__two.sql", "INSERT INTO one VALUES ('${flyway:" + placeholder + "}');");
            assertThat(MigrationFingerprint.of(settings(Map.of()))).isEmpty();
        }
        write("V2__two.sql", "INSERT INTO one VALUES ('${flyway:defaultSchema}', 'flyway database');");
        assertThat(MigrationFingerprint.of(settings(Map.of()))).isPresent();
    }

    @Test
    void aScriptInUtf16IsReadToo() throws IOException {
        Files.write(folder.resolve("V2__two.sql"), "-- ${FLYWAY:database}".getBytes(StandardCharsets.UTF_16));
        assertThat(MigrationFingerprint.of(settings(Map.of()))).isEqualTo(Optional.empty());
    }

    private String of(Map<String, String> flyway) {
        return MigrationFingerprint.of(settings(flyway)).orElseThrow();
    }

    private MigrationSettings settings(Map<String, String> flyway) {
        return new MigrationSettings(List.of("filesystem:" + folder), flyway);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
