package dev.palindrome.reset;

import java.util.List;
import java.util.stream.Collectors;

/** Statements about database snapshots. The page of Microsoft's documentation stands beside each. */
final class SqlServerSnapshotSql {

    /**
     * A file with rows.
     *
     * @param name its logical name
     * @param path where it lies on the server
     */
    record DataFile(String name, String path) {}

    private SqlServerSnapshotSql() {}

    /** Page "create-a-database-snapshot-transact-sql": a sparse file for each data file, none for the log. */
    static String create(String snapshot, String database, List<DataFile> files) {
        return "CREATE DATABASE %s ON %s AS SNAPSHOT OF %s"
                .formatted(
                        SqlServerNames.quoted(snapshot),
                        files.stream()
                                .map(file -> "(NAME = %s, FILENAME = %s)"
                                        .formatted(
                                                SqlServerNames.quoted(file.name()),
                                                SqlServerNames.text(sparseFile(snapshot, file))))
                                .collect(Collectors.joining(", ")),
                        SqlServerNames.quoted(database));
    }

    /** In the directory of the file that it stands beside: there the server may write. */
    private static String sparseFile(String snapshot, DataFile file) {
        int end = Math.max(file.path().lastIndexOf('/'), file.path().lastIndexOf('\\')) + 1;
        return file.path().substring(0, end) + snapshot + "_" + file.name().replaceAll("[^A-Za-z0-9]", "_") + ".ss";
    }

    /** Page "drop-database-transact-sql". */
    static String drop(String snapshot) {
        return "DROP DATABASE IF EXISTS " + SqlServerNames.quoted(snapshot);
    }

    /** Page "sys-databases-transact-sql": source_database_id. */
    static String others(String database, String snapshot) {
        return "SELECT name FROM sys.databases WHERE source_database_id = DB_ID(%s) AND name <> %s ORDER BY name"
                .formatted(SqlServerNames.text(database), SqlServerNames.text(snapshot));
    }

    /** Page "sys-databases-transact-sql". */
    static String updatesStatisticsAsynchronously(String database) {
        return "SELECT CAST(is_auto_update_stats_async_on AS int) FROM sys.databases WHERE name = "
                + SqlServerNames.text(database);
    }

    /**
     * Page "alter-database-transact-sql-set-options": an asynchronous update of statistics would take the one place of a
     * database in single-user mode.
     */
    static String updateStatisticsAsynchronously(String database, boolean on) {
        return "ALTER DATABASE " + SqlServerNames.quoted(database) + " SET AUTO_UPDATE_STATISTICS_ASYNC "
                + (on ? "ON" : "OFF");
    }

    /**
     * Pages "use-transact-sql", "alter-database-transact-sql-set-options" and
     * "revert-a-database-to-a-database-snapshot".
     */
    static List<String> revert(String database, String snapshot) {
        String quoted = SqlServerNames.quoted(database);
        return List.of(
                "USE [master]",
                "ALTER DATABASE " + quoted + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
                "RESTORE DATABASE " + quoted + " FROM DATABASE_SNAPSHOT = " + SqlServerNames.text(snapshot));
    }

    /** Page "alter-database-transact-sql-set-options". */
    static String letEverybodyIn(String database) {
        return "ALTER DATABASE " + SqlServerNames.quoted(database) + " SET MULTI_USER";
    }
}
