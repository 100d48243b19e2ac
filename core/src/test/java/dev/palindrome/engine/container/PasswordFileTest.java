package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.server.Secret;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.location.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertRefused(path());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDirectoryThatOthersMayWriteToIsRefused() throws IOException {
        file().password();
        Files.setPosixFilePermissions(path().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertRefused(path().getParent());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreNotFollowed() throws IOException {
        Path elsewhere = home.resolve("elsewhere");
        new PasswordFile(elsewhere).password();
        Files.createSymbolicLink(path().getParent(), elsewhere);
        assertRefused(path().getParent());

        Files.delete(path().getParent());
        Files.createDirectory(
                path().getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(path(), elsewhere.resolve("sa-password"));
        assertRefused(path());

        Files.createSymbolicLink(
                Files.createDirectories(home.resolve("third")).resolve("dangling"), home.resolve("nowhere"));
        assertRefused(new PasswordFile(home.resolve("third").resolve("dangling")));
    }

    @Test
    void anEmptyFileIsAnError() throws IOException {
        file().password();
        Files.writeString(path(), " \n");
        assertThatThrownBy(() -> file().password())
                .isInstanceOf(PalindromeException.class)
                .hasMessage(path() + ", which holds the password for reused containers, is empty. Delete it, and the"
                        + " containers that were kept; the next run makes new ones.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "?", "home/somebody"})
    void aHomeThatIsNoAbsolutePathIsRefused(String home) {
        assertThatThrownBy(() -> PasswordFile.in(home))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("The password for reused containers has no place to be: the system property user.home is \""
                        + home + "\", which is no absolute path. Set it, or set palindrome.reuse=false.");
    }

    private void assertRefused(Path path) {
        assertThatThrownBy(() -> file().password())
                .isInstanceOf(PalindromeException.class)
                .hasMessage(path + " keeps the password for reused containers, and is not the user's alone: it is a"
                        + " link, belongs to somebody else, or others may read it. Delete it; the next run makes a new"
                        + " one.");
    }

    private static void assertRefused(PasswordFile file) {
        assertThatThrownBy(file::password).isInstanceOf(PalindromeException.class);
    }

    @Test
    void aFileThatCannotBeMadeIsAnErrorThatSaysWhere() throws IOException {
        file().password();
        Files.delete(path());
        OwnerOnlyFile.createDirectory(path());
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
