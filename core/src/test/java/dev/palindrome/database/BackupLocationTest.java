package dev.palindrome.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupLocationTest {

    @TempDir
    private Path folder;

    @Test
    void aPathIsOneOfThisMachine() throws IOException {
        Path file = Files.writeString(folder.resolve("prod.bak"), "TAPE");

        assertThat(new BackupLocation(file.toString()).onThisMachine()).isEqualTo(file);
        assertThat(new BackupLocation("filesystem:" + file).onThisMachine()).isEqualTo(file);
        assertThat(new BackupLocation(file.toString()).onServer()).isEmpty();
    }

    @Test
    void aFileOnTheClassPathIsFound() {
        String itself = BackupLocation.class.getName().replace('.', '/') + ".class";

        assertThat(new BackupLocation("classpath:" + itself).onThisMachine()).hasFileName("BackupLocation.class");
        assertThat(new BackupLocation("classpath:/" + itself).onThisMachine()).hasFileName("BackupLocation.class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/opt/mssql/backup/prod.bak", "D:\\Backups\\prod.bak", "\\\\nas\\backups\\prod.bak"})
    void whatTheServerSeesIsLeftAsItIs(String path) {
        BackupLocation location = new BackupLocation("server:" + path);

        assertThat(location.onServer()).hasValue(path);
        assertThat(location.identity()).isEqualTo("server:" + path);
    }

    @Test
    void itIsAnotherWhenTheFileChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("prod.bak"), "TAPE");
        String before = new BackupLocation(file.toString()).identity();

        Files.writeString(file, "TAPE and more");

        assertThat(new BackupLocation(file.toString()).identity()).isNotEqualTo(before);
    }

    @Test
    void whatIsNotThereIsWhatItIsCalled() {
        assertThat(new BackupLocation("none.bak").identity()).isEqualTo("none.bak");
        assertThat(new BackupLocation("classpath:none.bak").identity()).isEqualTo("classpath:none.bak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "server:", "classpath:", "filesystem:"})
    void nothingIsNoLocation(String text) {
        assertThatThrownBy(() -> new BackupLocation(text))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "backup names no file. Write a path of this machine such as backups/prod.bak, or one that the server"
                                + " sees, such as server:/var/opt/mssql/backup/prod.bak.");
    }

    /** What of it may be secret is not told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://acct.blob.core.windows.net/c/prod.bak|https://acct.blob.core.windows.net/c/prod.bak",
                "https://acct.blob.core.windows.net/c/prod.bak?sv=1&sig=abc|https://acct.blob.core.windows.net/c/prod.bak",
                "http://me:secret@files.example/prod.bak|http://files.example/prod.bak",
                "S3://bucket/prod.bak|S3://bucket/prod.bak",
                "file:///backups/prod.bak|file:///backups/prod.bak",
                "filesystem:https://files.example/prod.bak|https://files.example/prod.bak",
                "server: https://files.example/prod.bak|https://files.example/prod.bak"
            })
    void aUrlIsNoFile(String text, String shown) {
        assertThatThrownBy(() -> new BackupLocation(text))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The backup " + shown
                        + " is a URL, and Palindrome restores from files alone (FROM DISK). Fetch the file, such as by az storage"
                        + " blob download, aws s3 cp or curl, and name it by its path: backups/prod.bak; or put it where the server"
                        + " sees it: server:/var/opt/mssql/backup/prod.bak.");
    }

    /** On Windows a second colon is enough. */
    @Test
    void whatCannotBeAPathHereIsAnError() {
        String text = "backups/prod\0.bak";

        assertRefused(
                text,
                "The backup backups/prod\u2400.bak cannot be a file of this machine: Nul character not allowed. Write a path such as backups/prod.bak, or,"
                        + " where the file is on the server, the path as the server sees it behind server:.");
        assertThat(new BackupLocation(text).identity()).isEqualTo(text);
    }

    @Test
    void whatIsNotThereIsAnError() throws IOException {
        Path none = folder.resolve("none.bak");

        assertRefused(
                none.toString(),
                "There is no backup %1$s: this machine has no file %1$s. Where the file is on the server, name it as the server"
                                .formatted(none)
                        + " sees it: server:%s.".formatted(none));
        assertRefused(
                "classpath:none.bak",
                "There is no backup classpath:none.bak: nothing on the class path has that name.");
        assertRefused(
                folder.toString(),
                "The backup %1$s is no file: %1$s is a folder. Name the file in it.".formatted(folder));
        assertRefused(
                "classpath:org/junit/jupiter/api/Test.class",
                "The backup classpath:org/junit/jupiter/api/Test.class lies in a jar, and SQL Server restores from files alone."
                        + " Put it beside the project, and name it by its path.");
    }

    private static void assertRefused(String location, String message) {
        assertThatThrownBy(() -> new BackupLocation(location).onThisMachine())
                .isInstanceOf(DatabaseException.class)
                .hasMessage(message);
    }
}
