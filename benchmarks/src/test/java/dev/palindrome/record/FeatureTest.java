package dev.palindrome.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureTest {

    private static final Pattern ON_A_SERVER = Pattern.compile(
            "(?m)^(?:@RequiresSqlServer|@Tag\\(\"sqlserver\"\\))$(?:\\s^@.*)*\\s^(?:final )?class (\\w+)");

    @Test
    void eachClassThatRunsOnAServerIsPartOfOne() throws IOException {
        List<String> classes;
        try (Stream<Path> files = Stream.of(
                        "../core/src/test/java", "../junit5-extension/src/test/java", "src/test/java")
                .flatMap(FeatureTest::below)) {
            classes = files.filter(FeatureTest::runsOnAServer)
                    .map(FeatureTest::className)
                    .sorted()
                    .toList();
        }

        assertThat(classes).hasSizeGreaterThan(15);
        assertThat(classes)
                .allSatisfy(name -> assertThat(Feature.of(name)).as(name).isPresent());
    }

    @Test
    void aClassBelongsToWhatFitsItBest() {
        assertThat(Feature.of("dev.palindrome.seed.bulk.SqlServerBulkLoaderIT")).contains(Feature.BULK);
        assertThat(Feature.of("dev.palindrome.seed.SqlServerFillIT")).contains(Feature.GENERATED_ROWS);
        assertThat(Feature.of("dev.palindrome.reset.SqlServerBackupSnapshotIT")).contains(Feature.BACKUPS);
        assertThat(Feature.of("dev.palindrome.NobodyKnowsIT")).isEmpty();
    }

    private static Stream<Path> below(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runsOnAServer(Path file) {
        try {
            return ON_A_SERVER.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path file) {
        return file.toString()
                .replaceFirst(".*src/test/java/", "")
                .replace(".java", "")
                .replace('/', '.');
    }
}
