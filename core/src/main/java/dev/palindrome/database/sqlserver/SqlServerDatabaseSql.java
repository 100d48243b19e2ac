package dev.palindrome.database.sqlserver;

import dev.palindrome.database.definition.Collation;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.database.definition.DatabaseOption;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.Optional;

/** What is said to a SQL Server about databases. The page of Microsoft's documentation stands beside each statement. */
final class SqlServerDatabaseSql {

    private SqlServerDatabaseSql() {}

    /** Page "CREATE DATABASE". */
    static String create(String database, Optional<Collation> collation) {
        return "CREATE DATABASE " + BracketedName.of(database)
                + collation.map(chosen -> " COLLATE " + chosen.name()).orElse("");
    }

    /** Page "ALTER DATABASE SET options". */
    static String set(String database, DatabaseOption option) {
        return "ALTER DATABASE " + BracketedName.of(database) + " SET " + option.sql();
    }

    /**
     * Pages "Database Options" and "model database": on an Express edition a new database has AUTO_CLOSE on. Page "ALTER
     * DATABASE SET options": it is then shut down whenever the last connection ends, which empties the server's plan cache;
     * what it knew of writes (page "sys.dm_db_index_usage_stats") is forgotten with it. Where a server does not have the
     * option, the statement is not even read.
     */
    static String keepOpen(String database) {
        return "IF EXISTS (SELECT 1 FROM sys.databases WHERE name = %s AND is_auto_close_on = 1) EXEC (%s)"
                .formatted(
                        SqlLiteral.of(database),
                        SqlLiteral.of("ALTER DATABASE " + BracketedName.of(database) + " SET AUTO_CLOSE OFF"));
    }

    /** Page "sp_addextendedproperty"; without a level it is a property of the current database. */
    static String mark(DatabaseMark mark) {
        return "EXEC sys.sp_addextendedproperty @name = %s, @value = %s"
                .formatted(SqlLiteral.of(DatabaseMark.PROPERTY), SqlLiteral.of(mark.text()));
    }

    /** Page "sp_dropextendedproperty". */
    static String unmark() {
        return "EXEC sys.sp_dropextendedproperty @name = " + SqlLiteral.of(DatabaseMark.PROPERTY);
    }

    /** Page "EXECUTE": a change of the database lasts until the end of the statement. */
    static String inside(String database, String statement) {
        return "EXEC (%s)".formatted(SqlLiteral.of(enter(database) + "; " + statement));
    }

    /** From outside; where there is none, nothing is done. */
    static String unmarkIfMarked(String database) {
        return "IF EXISTS (%s) %s".formatted(readMark(database), inside(database, unmark()));
    }

    /** From outside; a mark that came along with a backup, goes. */
    static String markAnew(String database, DatabaseMark mark) {
        return inside(database, """
                IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 0 AND name = %s) %s;
                %s""".formatted(SqlLiteral.of(DatabaseMark.PROPERTY), unmark(), mark(mark)));
    }

    /** From outside; where there is a mark already, it stays. */
    static String markUnlessMarked(String database, DatabaseMark mark) {
        return "IF NOT EXISTS (%s) %s".formatted(readMark(database), inside(database, mark(mark)));
    }

    /**
     * Page "LIKE": an underscore in brackets stands for itself. Pages "sys.databases", "GETDATE": both times are the
     * server's, so that the age, in minutes, is by its clock alone.
     */
    static String databasesWithPrefix() {
        return "SELECT name, DATEDIFF(MINUTE, create_date, GETDATE()) AS age FROM sys.databases WHERE name LIKE "
                + SqlLiteral.of(DatabaseName.PREFIX.replace("_", "[_]") + "%");
    }

    /** Page "sys.extended_properties": class 0 is the database itself. */
    static String readMark(String database) {
        return "SELECT CAST(value AS nvarchar(4000)) FROM %s.sys.extended_properties WHERE class = 0 AND name = %s"
                .formatted(BracketedName.of(database), SqlLiteral.of(DatabaseMark.PROPERTY));
    }

    /** Page "sys.databases": such as RESTORING; nothing for state 0, which is ONLINE, and where there is no such database. */
    static String stateUnlessOnline(String database) {
        return "SELECT state_desc FROM sys.databases WHERE state <> 0 AND name = " + SqlLiteral.of(database);
    }

    /** Page "USE". */
    static String enter(String database) {
        return "USE " + BracketedName.of(database);
    }

    /** Page "ALTER DATABASE SET options": ends the sessions of everybody else. */
    static String disconnectEverybody(String database) {
        return "ALTER DATABASE " + BracketedName.of(database) + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE";
    }

    /** Page "DROP DATABASE". */
    static String drop(String database) {
        return "DROP DATABASE IF EXISTS " + BracketedName.of(database);
    }

    /**
     * Pages "sys.dm_exec_sessions" (database_id from SQL Server 2012 on) and "KILL": ends the sessions of everybody else who
     * is in a database. Who may not see others' sessions ends none.
     */
    static String endSessions(String database) {
        return """
                DECLARE @kill nvarchar(max) = (
                    SELECT STRING_AGG(CAST(CONCAT(N'KILL ', session_id) AS nvarchar(max)), N'; ')
                    FROM sys.dm_exec_sessions
                    WHERE database_id = DB_ID(%s) AND session_id <> @@SPID AND is_user_process = 1);
                EXEC (@kill)""".formatted(SqlLiteral.of(database));
    }

    /** Page "ALTER DATABASE SET options". */
    static String letEverybodyIn(String database) {
        return "ALTER DATABASE " + BracketedName.of(database) + " SET MULTI_USER";
    }

    /**
     * Nobody can drop or replace the database that he is in. In one batch, so that there is little time for others to come
     * in.
     */
    static String leaveAnd(String statement) {
        return enter("master") + "; " + statement;
    }

    /** Page "BACKUP": COPY_ONLY leaves the sequence of other backups alone. */
    static String backUp(String database, String file) {
        return "BACKUP DATABASE " + BracketedName.of(database) + " TO DISK = " + SqlLiteral.of(file)
                + " WITH COPY_ONLY, INIT";
    }
}
