package dev.palindrome.database.backup;

import dev.palindrome.database.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is certainly no backup, by how it begins: said before a file of many gigabytes is copied anywhere. Whether it is one,
 * and of which version, the server tells; how a backup holds that is not documented.
 */
public final class BackupFileCheck {

    private static final int LONGEST = 64;

    private record Other(String beginning, String what) {}

    private static final List<Other> OTHERS = List.of(
            new Other(
                    "version https://git-lfs",
                    "is a pointer of Git LFS, not the file that it stands for. Fetch that: git lfs pull."),
            new Other(
                    "PK\u0003\u0004",
                    "is an archive (zip; a .bacpac or .dacpac is one, too). Unpack it, and name the .bak in it; of a .bacpac"
                            + " make a database, and back that up."),
            new Other("\u001f\u008b", "is packed by gzip. Unpack it: gunzip."),
            new Other("7z\u00bc\u00af\u0027\u001c", "is an archive (7z). Unpack it, and name the .bak in it."),
            new Other("\u00fd7zXZ", "is packed by xz. Unpack it: unxz."),
            new Other("\u0028\u00b5\u002f\u00fd", "is packed by zstd. Unpack it: unzstd."));

    private BackupFileCheck() {}

    /**
     * @param backup what a person calls it
     * @throws DatabaseException if it is something else, or cannot be read
     */
    public static void refuseOthers(Path file, String backup) {
        String beginning = beginning(file, backup);
        if (beginning.isEmpty()) {
            throw new DatabaseException(
                    "The backup %s is empty: the file %s has no bytes. Copy it anew.".formatted(backup, file));
        }
        for (Other other : OTHERS) {
            if (beginning.startsWith(other.beginning())) {
                throw new DatabaseException("The backup %s %s".formatted(backup, other.what()));
            }
        }
    }

    private static String beginning(Path file, String backup) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new DatabaseException("The backup %s cannot be read: %s".formatted(backup, e.getMessage()), e);
        }
    }
}
