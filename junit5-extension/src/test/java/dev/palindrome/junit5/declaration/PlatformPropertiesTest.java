package dev.palindrome.junit5.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.TestCases;
import dev.palindrome.settings.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformPropertiesTest {

    @TempDir
    private Path directory;

    @Test
    void aMisspeltNameIsTold() throws IOException {
        Files.writeString(directory.resolve("junit-platform.properties"), """
                junit.jupiter.execution.parallel.enabled = true
                palindrome.keep = always
                palindrome.report-leeks = true
                """);
        try (CapturedLog log = new CapturedLog(Settings.class)) {
            check();

            assertThat(log.lines())
                    .containsExactly("WARN The configuration parameter palindrome.report-leeks is no setting of"
                            + " Palindrome's and has no effect. Is palindrome.report-leaks meant?");
        }
    }

    @Test
    void aFileThatIsNotThereOrNotReadableIsNoError() throws IOException {
        try (CapturedLog log = new CapturedLog(Settings.class)) {
            check();
            Files.writeString(directory.resolve("junit-platform.properties"), "palindrome.keep=\\uXYZ");
            check();

            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void aTestClassHasItsFileChecked() throws IOException {
        Files.writeString(directory.resolve("junit-platform.properties"), "palindrome.urll = none");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (CapturedLog log = new CapturedLog(Settings.class);
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            TestCases.of(OneTestCase.class).pass();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN The configuration parameter palindrome.urll is no setting of Palindrome's and"
                                    + " has no effect. Is palindrome.url meant?");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void check() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            PlatformProperties.check(loader);
        }
    }

    @MigratedDatabase
    static class OneTestCase {

        @Test
        void passes() {}
    }
}
