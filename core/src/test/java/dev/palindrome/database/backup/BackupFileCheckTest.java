package dev.palindrome.database.backup;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.DatabaseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileCheckTest {

    @TempDir
    private Path folder;

    /** Backups that are compressed begin with other letters than others; what else there may be, the server tells. */
    @Test
    void whatMayBeABackupPasses() throws IOException {
        for (String beginning : new String[] {"TAPE", "MSSQLBAK", "anything"}) {
            Path file = file(beginning.getBytes(StandardCharsets.ISO_8859_1));

            assertThatNoException().isThrownBy(() -> BackupFileCheck.refuseOthers(file, "prod.bak"));
        }
    }

    @Test
    void aPointerOfGitLfsIsNone() throws IOException {
        assertRefused(
                file("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
                        .getBytes(StandardCharsets.UTF_8)),
                "The backup prod.bak is a pointer of Git LFS, not the file that it stands for. Fetch that: git lfs pull.");
    }

    @Test
    void anArchiveIsNone() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("prod.bak"));
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(1);
        }

        assertRefused(
                file(zip.toByteArray()),
                "The backup prod.bak is an archive (zip; a .bacpac or .dacpac is one, too). Unpack it, and name the .bak in it;"
                        + " of a .bacpac make a database, and back that up.");
        assertRefused(file(gzip.toByteArray()), "The backup prod.bak is packed by gzip. Unpack it: gunzip.");
        assertRefused(
                file(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c}),
                "The backup prod.bak is an archive (7z). Unpack it, and name the .bak in it.");
        assertRefused(
                file(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}),
                "The backup prod.bak is packed by xz. Unpack it: unxz.");
        assertRefused(
                file(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}),
                "The backup prod.bak is packed by zstd. Unpack it: unzstd.");
    }

    @Test
    void anEmptyFileIsNone() throws IOException {
        Path file = file(new byte[0]);

        assertRefused(file, "The backup prod.bak is empty: the file %s has no bytes. Copy it anew.".formatted(file));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("prod.bak"), content);
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> BackupFileCheck.refuseOthers(file, "prod.bak"))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(message);
    }
}
