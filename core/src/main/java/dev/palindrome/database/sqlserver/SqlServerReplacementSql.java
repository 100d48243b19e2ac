package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;

/** What is said around a RESTORE that replaces a database. The page of Microsoft's documentation stands beside each. */
final class SqlServerReplacementSql {

    private SqlServerReplacementSql() {}

    /** Page "sys.databases". */
    static String updatesStatisticsAsynchronously(String database) {
        return "SELECT name FROM sys.databases WHERE is_auto_update_stats_async_on = 1 AND name = "
                + SqlLiteral.of(database);
    }

    /**
     * Page "ALTER DATABASE SET options": an asynchronous update of statistics would take the one place of a database in
     * single-user mode.
     */
    static String updateStatisticsAsynchronously(String database, boolean on) {
        return "ALTER DATABASE " + BracketedName.of(database) + " SET AUTO_UPDATE_STATISTICS_ASYNC "
                + (on ? "ON" : "OFF");
    }

    /** Page "sys.databases": such as ONLINE and MULTI_USER. */
    static String state(String database) {
        return "SELECT CONCAT(state_desc, ', ', user_access_desc) FROM sys.databases WHERE name = "
                + SqlLiteral.of(database);
    }
}
