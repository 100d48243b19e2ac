package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.server.Secret;
import dev.palindrome.error.PalindromeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    Path home;

    @Test
    void theNextRunGetsTheSamePassword() {
        Secret first = file().password();
        assertThat(file().password()).isEqualTo(first);
    }

    @Test
    void everybodyWhoComesAtOnceGetsTheSamePassword() {
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(caller -> file().password())
                        .distinct())
                .hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadIt() throws IOException {
        file().password();
        assertThat(permissions(home.resolve(".palindrome"))).isEqualTo("rwx------");
        assertThat(permissions(path())).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatOthersMayReadIsRefused() throws IOException {
        file().password();
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> file().password())
                .isInstanceOf(PalindromeException.class)
                .hasMessage(path() + " holds the password for reused containers, and others than its owner may read it."
                        + " Delete it; the next run makes a new one.");
    }

    @Test
    void aFileThatCannotBeMadeIsAnErrorThatSaysWhere() throws IOException {
        Files.createDirectories(path());
        assertThatThrownBy(() -> file().password())
                .isInstanceOf(PalindromeException.class)
                .hasMessageStartingWith(
                        "The password for reused containers can be neither read from nor written to " + path())
                .hasMessageEndingWith("Make the file accessible, delete it, or set palindrome.reuse=false.");
    }

    private PasswordFile file() {
        return new PasswordFile(home.resolve(".palindrome"));
    }

    private Path path() {
        return home.resolve(".palindrome").resolve("sa-password");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
