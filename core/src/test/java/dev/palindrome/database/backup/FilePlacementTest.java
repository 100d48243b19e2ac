package dev.palindrome.database.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.backup.BackedUpFile.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FilePlacementTest {

    /** The separators are the server's, whatever this machine's are. */
    @Test
    void filesGoIntoTheFoldersOfTheServer() {
        BackupServer windows =
                new BackupServer("16.0.1", OptionalLong.empty(), "D:\\Data\\", "E:\\Log\\", "", Optional.empty());

        assertThat(FilePlacement.of(
                        "palindrome_x",
                        List.of(
                                new BackedUpFile("Sales_log", Kind.LOG),
                                new BackedUpFile("Sales", Kind.DATA),
                                new BackedUpFile("Sales 2", Kind.DATA),
                                new BackedUpFile("Documents", Kind.FOLDER)),
                        windows))
                .containsExactly(
                        new FilePlacement("Sales_log", "E:\\Log\\palindrome_x_1.ldf"),
                        new FilePlacement("Sales", "D:\\Data\\palindrome_x_2.mdf"),
                        new FilePlacement("Sales 2", "D:\\Data\\palindrome_x_3.ndf"),
                        new FilePlacement("Documents", "D:\\Data\\palindrome_x_4"));
    }
}
