package dev.palindrome.database.sqlserver;

import static dev.palindrome.database.sqlserver.SqlServerDatabaseSql.quoted;
import static dev.palindrome.database.sqlserver.SqlServerDatabaseSql.text;

/** What is said around a RESTORE that replaces a database. The page of Microsoft's documentation stands beside each. */
final class SqlServerReplacementSql {

    private SqlServerReplacementSql() {}

    /** Page "sys.databases". */
    static String updatesStatisticsAsynchronously(String database) {
        return "SELECT name FROM sys.databases WHERE is_auto_update_stats_async_on = 1 AND name = " + text(database);
    }

    /**
     * Page "ALTER DATABASE SET options": an asynchronous update of statistics would take the one place of a database in
     * single-user mode.
     */
    static String updateStatisticsAsynchronously(String database, boolean on) {
        return "ALTER DATABASE " + quoted(database) + " SET AUTO_UPDATE_STATISTICS_ASYNC " + (on ? "ON" : "OFF");
    }

    /** Nobody can replace the database that he is in. In one batch, so that there is little time for others to come in. */
    static String leaveAnd(String restore) {
        return SqlServerDatabaseSql.enter("master") + "; " + restore;
    }

    /** Page "ALTER DATABASE SET options". */
    static String letEverybodyIn(String database) {
        return "ALTER DATABASE " + quoted(database) + " SET MULTI_USER";
    }

    /** Page "sys.databases": such as ONLINE and MULTI_USER. */
    static String state(String database) {
        return "SELECT CONCAT(state_desc, ', ', user_access_desc) FROM sys.databases WHERE name = " + text(database);
    }
}
