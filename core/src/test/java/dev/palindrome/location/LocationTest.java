package dev.palindrome.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "classpath:db/seed/, true, db/seed",
        "/db/seed, true, db/seed",
        "classpath:, true, ''",
        "filesystem:/, false, /",
        "filesystem:C:/seed/, false, C:/seed"
    })
    void isOnTheClassPathUnlessItSaysOtherwise(String text, boolean onClasspath, String path) {
        assertThat(Location.parse(text)).contains(new Location(text, onClasspath, path));
    }

    @Test
    void isOfNoOtherKind() {
        assertThat(Location.parse("s3:bucket/db")).isEmpty();
    }

    @Test
    void isOneFolderInEveryJarThatHasIt() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("one.jar"), jar("two.jar")}, null)) {
            List<String> files = new ArrayList<>();
            List<LocatedFile> later = new ArrayList<>();
            location("classpath:db/a b").folders(loader, IllegalStateException::new, folder -> {
                files.add(folder.urlOf("x.csv"));
                later.add(folder.file(folder.path().resolve("x.csv")));
            });

            assertThat(files)
                    .containsExactly(
                            "jar:file:" + directory + "/one.jar!/db/a%20b/x.csv",
                            "jar:file:" + directory + "/two.jar!/db/a%20b/x.csv");
            assertThat(later).extracting(LocationTest::text).containsExactly("one.jar", "two.jar");
            assertThat(location("db/a b").kind(loader)).isEqualTo(LocationKind.FOLDER);
            assertThat(location("db/a b/x.csv").kind(loader)).isEqualTo(LocationKind.FILE);
            assertThat(location("db/a b/x.csv").file(loader).map(LocationTest::text))
                    .contains("one.jar");
            assertThat(location("db/none").kind(loader)).isEqualTo(LocationKind.NOTHING);
            assertThat(location("db/none").file(loader)).isEmpty();
        }
    }

    @Test
    void saysWhyThereIsNone() {
        assertThatThrownBy(() -> location("filesystem:" + directory + "/none")
                        .folders(
                                Location.contextClassLoader(),
                                IllegalStateException::new,
                                folder -> assertThat(folder).isNull()))
                .hasMessage("There is no folder " + directory + "/none");
    }

    private static Location location(String text) {
        return Location.parse(text).orElseThrow();
    }

    private URL jar(String name) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("db/a b/"));
            zip.putNextEntry(new ZipEntry("db/a b/x.csv"));
            zip.write(name.getBytes(StandardCharsets.UTF_8));
        }
        return jar.toUri().toURL();
    }

    private static String text(LocatedFile file) {
        try (InputStream content = file.content().open()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
