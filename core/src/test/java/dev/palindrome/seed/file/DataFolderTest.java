package dev.palindrome.seed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.seed.SeedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void findsFilesInAJar() throws Exception {
        Path jar = folder.resolve("my seeds+1.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name :
                    List.of("seed/", "seed/users.csv", "seed/[my table] ü.json", "seed/more/", "seed/more/x.csv")) {
                out.putNextEntry(new JarEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);

            assertThat(DataFolder.files("classpath:seed/"))
                    .extracting(DataFile::name, DataFile::place, DataFolderTest::text)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "[my table] ü.json", "classpath:seed/[my table] ü.json", "seed/[my table] ü.json"),
                            org.assertj.core.groups.Tuple.tuple(
                                    "users.csv", "classpath:seed/users.csv", "seed/users.csv"));
            assertThat(text(DataFolder.file("seed/more/x.csv"))).isEqualTo("seed/more/x.csv");
            assertFileIsNoFolder("classpath:seed/users.csv");
            assertFolderIsNoFile("classpath:seed");
            assertFolderIsNoFile("seed/more/");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void saysWhatIsAFileOrAFolder() throws Exception {
        Path seed = Files.createDirectory(folder.resolve("seed"));
        Path users = Files.writeString(seed.resolve("users.csv"), "id\n");
        assertFileIsNoFolder("filesystem:" + users);
        assertFolderIsNoFile("filesystem:" + seed);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);

            assertFileIsNoFolder("classpath:seed/users.csv");
            assertFolderIsNoFile("classpath:seed");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void assertFileIsNoFolder(String location) {
        assertThatThrownBy(() -> DataFolder.files(location))
                .isInstanceOf(SeedException.class)
                .hasMessage(
                        location + " is a file, not a folder. Name its folder, whose files are named after tables, or"
                                + " load it with SeedContext.load(table, location).");
    }

    private static void assertFolderIsNoFile(String location) {
        assertThatThrownBy(() -> DataFolder.file(location))
                .isInstanceOf(SeedException.class)
                .hasMessage(
                        location + " is a folder, not a file. Name a file in it, or load the whole folder as data.");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> DataFolder.files("classpath:not/there/"))
                .isInstanceOf(SeedException.class)
                .hasMessage(
                        "The folder classpath:not/there/ does not exist. No folder or jar on the class path has not/there."
                                + " Put the data files there, or name their place.");
        assertThatThrownBy(() -> DataFolder.files("filesystem:" + folder + "/none"))
                .isInstanceOf(SeedException.class)
                .hasMessage("The folder filesystem:" + folder + "/none does not exist. There is no folder " + folder
                        + "/none. Put the data files there, or name their place.");
        assertThatThrownBy(() -> DataFolder.file("filesystem:" + folder + "/users.csv"))
                .isInstanceOf(SeedException.class)
                .hasMessage("There is no file filesystem:" + folder + "/users.csv. Put it there, or name its place.");
        assertThatThrownBy(() -> DataFolder.files("s3:bucket"))
                .isInstanceOf(SeedException.class)
                .hasMessage("The location s3:bucket is of a kind that is not read: use classpath: or filesystem:.");
    }

    private static String text(DataFile file) {
        try (InputStream in = file.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
