package dev.palindrome.migration;

import static org.assertj.core.api.Assertions.assertThat;

import db.java.V2__Add_name;
import dev.palindrome.FreshClassLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    void javaMigrationsCountInThisJvmAlone() {
        MigrationSettings withJava = new MigrationSettings(List.of("classpath:db/java"), Map.of());
        MigrationFingerprint before = MigrationFingerprint.of(withJava).orElseThrow();
        MigrationFingerprint reloaded = inClassLoader(
                new FreshClassLoader(V2__Add_name.class),
                () -> MigrationFingerprint.of(withJava).orElseThrow());

        assertThat(before.isTheSameInEveryRun()).isFalse();
        assertThat(MigrationFingerprint.of(withJava)).contains(before);
        assertThat(reloaded).isNotEqualTo(before);
    }

    @Test
    void scriptsCountInEveryRun() {
        assertThat(MigrationFingerprint.of(settings(Map.of())))
                .get()
                .returns(true, MigrationFingerprint::isTheSameInEveryRun);
    }

    private static <T> T inClassLoader(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
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
        return MigrationFingerprint.of(settings(flyway)).orElseThrow().hex();
    }

    private MigrationSettings settings(Map<String, String> flyway) {
        return new MigrationSettings(List.of("filesystem:" + folder), flyway);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
