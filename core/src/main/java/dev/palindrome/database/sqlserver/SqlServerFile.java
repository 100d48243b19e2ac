package dev.palindrome.database.sqlserver;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of a database: data, log, or a folder of FILESTREAM or memory-optimised tables.
 *
 * @param logicalName its name within the database
 * @param path where it is on the server
 */
record SqlServerFile(String logicalName, String path) {

    /** The files of a copy: beside the original's, named after the copy. */
    static List<SqlServerFile> of(String database, List<SqlServerFile> original) {
        List<SqlServerFile> files = new ArrayList<>();
        for (SqlServerFile file : original) {
            String name = database + "_" + (files.size() + 1) + file.extension();
            files.add(new SqlServerFile(file.logicalName(), file.folder() + name));
        }
        return files;
    }

    /** With the separator at its end, which is the server's and not this machine's. */
    String folder() {
        return path.substring(0, endOfFolder());
    }

    private String extension() {
        int dot = path.lastIndexOf('.');
        return dot >= endOfFolder() ? path.substring(dot) : "";
    }

    private int endOfFolder() {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    }
}
