package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlServerBackupCopyTest {

    @TempDir
    private Path folder;

    private final List<Runnable> atTheEnd = new ArrayList<>();

    /** As where the disk is full in the middle. */
    @Test
    void whatCameOutInPartIsTakenAway() {
        Path file = folder.resolve("copy.bak");
        SqlServerBackupCopy copy = copyAt(file, () -> Files.deleteIfExists(file));

        assertThatThrownBy(() -> copy.make(() -> {
                    Files.writeString(file, "TA");
                    throw new IOException("no space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");

        assertThat(file).doesNotExist();
        assertThat(copy.isThere()).isFalse();
    }

    @Test
    void itIsMadeOnce() throws IOException {
        Path file = folder.resolve("copy.bak");
        SqlServerBackupCopy copy = copyAt(file, () -> Files.deleteIfExists(file));
        copy.make(() -> Files.writeString(file, "TAPE"));

        copy.make(() -> {
            throw new IOException("made again");
        });

        assertThat(copy.isThere()).isTrue();
        assertThat(file).hasContent("TAPE");
    }

    /** The failure that is told is the copying's. */
    @Test
    void whatCouldNotBeTakenAwayIsTriedAgainAtTheEnd() {
        List<String> tries = new ArrayList<>();
        SqlServerBackupCopy copy = copyAt(folder.resolve("copy.bak"), () -> {
            tries.add("remove");
            throw new IOException("in use");
        });

        assertThatThrownBy(() -> copy.make(() -> {
                    throw new IOException("no space left on device");
                }))
                .hasMessage("no space left on device");
        atTheEnd.forEach(Runnable::run);

        assertThat(tries).containsExactly("remove", "remove");
    }

    private SqlServerBackupCopy copyAt(Path file, SqlServerBackupCopy.Action removal) {
        return new SqlServerBackupCopy(file.toString(), "SQL Server, scripted", removal, Optional.of(atTheEnd::add));
    }
}
