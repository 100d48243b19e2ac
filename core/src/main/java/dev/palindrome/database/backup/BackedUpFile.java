package dev.palindrome.database.backup;

import dev.palindrome.sql.RowMapper;

/**
 * A file of the database that was backed up, as RESTORE FILELISTONLY tells it (Microsoft:
 * restore-statements-filelistonly-transact-sql).
 *
 * @param logicalName its name within the database
 * @param kind what is in it
 */
public record BackedUpFile(String logicalName, Kind kind) {

    /** Reads one from a row. */
    public static final RowMapper<BackedUpFile> FROM_ROW = row -> {
        RowByName columns = new RowByName(row);
        return new BackedUpFile(
                columns.text("LogicalName").orElseThrow(),
                Kind.of(columns.text("Type").orElse("D")));
    };

    /** What is in a file: the column Type. */
    public enum Kind {
        DATA,
        LOG,
        /** FILESTREAM, a FileTable or memory-optimised tables; or a full-text catalogue of SQL Server 2005. */
        FOLDER;

        static Kind of(String type) {
            return switch (type.strip()) {
                case "L" -> LOG;
                case "S", "F" -> FOLDER;
                default -> DATA;
            };
        }
    }
}
