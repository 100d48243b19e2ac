package dev.palindrome.database.backup;

import dev.palindrome.sql.RowMapper;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One backup of those that a file holds, as RESTORE HEADERONLY tells it. The statement has other columns in each version of
 * SQL Server, so they are read by their names (Microsoft: restore-statements-headeronly-transact-sql).
 *
 * @param position its number in the file, from 1
 * @param kind what was backed up
 * @param database what it was taken of; empty where a password hides it
 * @param version the product version of the server that took it, such as {@code 16.0.4085}
 * @param databaseVersion the number of the format that the server kept its databases in
 * @param isDamaged whether the database was damaged when it was taken
 */
public record BackupSet(
        int position,
        Kind kind,
        Optional<String> database,
        Optional<String> version,
        OptionalLong databaseVersion,
        boolean isDamaged) {

    /** Reads one from a row. */
    public static final RowMapper<BackupSet> FROM_ROW = row -> {
        RowByName columns = new RowByName(row);
        return new BackupSet(
                (int) columns.number("Position").orElse(1),
                Kind.of(columns.number("BackupType")),
                columns.text("DatabaseName"),
                columns.text("SoftwareVersionMajor")
                        .map(major -> major + "."
                                + columns.text("SoftwareVersionMinor").orElse("0") + "."
                                + columns.text("SoftwareVersionBuild").orElse("0")),
                columns.number("DatabaseVersion"),
                columns.isSet("IsDamaged"));
    };

    /** What a backup is a backup of: the column BackupType. */
    public enum Kind {
        /** A whole database: the only one that a database can begin with. */
        FULL(1, "a full backup"),
        LOG(2, "a backup of the log"),
        FILE(4, "a backup of files or filegroups"),
        DIFFERENTIAL(5, "a differential backup"),
        DIFFERENTIAL_FILE(6, "a differential backup of files"),
        PARTIAL(7, "a partial backup"),
        DIFFERENTIAL_PARTIAL(8, "a differential partial backup"),
        /** All columns but one are NULL then. */
        PROTECTED(0, "a backup behind a password");

        private final int number;
        private final String inWords;

        Kind(int number, String inWords) {
            this.number = number;
            this.inWords = inWords;
        }

        static Kind of(OptionalLong number) {
            for (Kind kind : values()) {
                if (number.isPresent() && kind.number == number.getAsLong()) {
                    return kind;
                }
            }
            return PROTECTED;
        }

        @Override
        public String toString() {
            return inWords;
        }
    }
}
