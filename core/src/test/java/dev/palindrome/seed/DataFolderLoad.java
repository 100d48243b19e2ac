package dev.palindrome.seed;

import dev.palindrome.seed.file.DataFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Loads a folder of data files, as a test class with {@code @Seed(data = …)} does. */
public final class DataFolderLoad {

    private DataFolderLoad() {}

    public static void into(SeededDatabase database, Path folder) throws SQLException {
        DataFiles.load(database.connection(), database.schema(), List.of("filesystem:" + folder));
    }
}
