package dev.palindrome.database.sqlserver;

import static dev.palindrome.SqlRecording.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.definition.Collation;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.definition.DatabaseOption;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlServerDatabaseSqlTest {

    @Test
    void create() {
        assertThat(made(SqlServerDatabaseSql.create("palindrome_x", Optional.empty())))
                .isEqualTo("CREATE DATABASE [palindrome_x]");
        assertThat(made(SqlServerDatabaseSql.create(
                        "palindrome_x", Optional.of(new Collation("Latin1_General_CS_AS")))))
                .isEqualTo("CREATE DATABASE [palindrome_x] COLLATE Latin1_General_CS_AS");
    }

    @Test
    void set() {
        assertThat(made(SqlServerDatabaseSql.set("palindrome_x", new DatabaseOption("read_committed_snapshot", "ON"))))
                .isEqualTo("ALTER DATABASE [palindrome_x] SET READ_COMMITTED_SNAPSHOT ON");
        assertThat(made(SqlServerDatabaseSql.set("palindrome_x", new DatabaseOption("COMPATIBILITY_LEVEL", "150"))))
                .isEqualTo("ALTER DATABASE [palindrome_x] SET COMPATIBILITY_LEVEL = 150");
        assertThat(made(SqlServerDatabaseSql.set("palindrome_x", new DatabaseOption("OPTIMIZED_LOCKING", "ON"))))
                .isEqualTo("ALTER DATABASE [palindrome_x] SET OPTIMIZED_LOCKING = ON");
        assertThat(made(SqlServerDatabaseSql.set(
                        "palindrome_x", new DatabaseOption("TARGET_RECOVERY_TIME", "60 SECONDS"))))
                .isEqualTo("ALTER DATABASE [palindrome_x] SET TARGET_RECOVERY_TIME = 60 SECONDS");
    }

    /** On an Express edition it would be shut down between two tests. */
    @Test
    void keepOpen() {
        assertThat(made(SqlServerDatabaseSql.keepOpen("palindrome_x"))).isEqualTo("""
                        IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'palindrome_x' AND is_auto_close_on = 1) \
                        EXEC (N'ALTER DATABASE [palindrome_x] SET AUTO_CLOSE OFF')""");
    }

    @Test
    void mark() {
        DatabaseMark mark = new DatabaseMark("Anna's", 4711, Instant.parse("2026-11-22T18:00:00Z"));
        assertThat(made(SqlServerDatabaseSql.mark(mark)))
                .isEqualTo("EXEC sys.sp_addextendedproperty @name = N'palindrome',"
                        + " @value = N'host=Anna''s; process=4711; made=2026-11-22T18:00:00Z'");
        assertThat(made(SqlServerDatabaseSql.markUnlessMarked("palindrome_x", mark)))
                .isEqualTo("IF NOT EXISTS (SELECT CAST(value AS nvarchar(4000))"
                        + " FROM [palindrome_x].sys.extended_properties WHERE class = 0 AND name = N'palindrome')"
                        + " EXEC (N'USE [palindrome_x]; EXEC sys.sp_addextendedproperty @name = N''palindrome'',"
                        + " @value = N''host=Anna''''s; process=4711; made=2026-11-22T18:00:00Z''')");
    }

    @Test
    void unmark() {
        assertThat(made(SqlServerDatabaseSql.unmark()))
                .isEqualTo("EXEC sys.sp_dropextendedproperty @name = N'palindrome'");
    }

    @Test
    void databasesWithPrefix() {
        assertThat(made(SqlServerDatabaseSql.databasesWithPrefix()))
                .isEqualTo("SELECT name, DATEDIFF(MINUTE, create_date, GETDATE()) AS age FROM sys.databases"
                        + " WHERE name LIKE N'palindrome[_]%'");
    }

    @Test
    void readMark() {
        assertThat(made(SqlServerDatabaseSql.readMark("palindrome_x")))
                .isEqualTo("SELECT CAST(value AS nvarchar(4000)) FROM [palindrome_x].sys.extended_properties"
                        + " WHERE class = 0 AND name = N'palindrome'");
    }

    @Test
    void stateUnlessOnline() {
        assertThat(made(SqlServerDatabaseSql.stateUnlessOnline("palindrome_x")))
                .isEqualTo("SELECT state_desc FROM sys.databases WHERE state <> 0 AND name = N'palindrome_x'");
    }

    @Test
    void drop() {
        assertThat(made(SqlServerDatabaseSql.disconnectEverybody("palindrome_x")))
                .isEqualTo("ALTER DATABASE [palindrome_x] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
        assertThat(made(SqlServerDatabaseSql.drop("palindrome_x]; --")))
                .isEqualTo("DROP DATABASE IF EXISTS [palindrome_x]]; --]");
    }

    @Test
    void endSessions() {
        assertThat(made(SqlServerDatabaseSql.endSessions("palindrome_o'x"))).isEqualTo("""
                        DECLARE @kill nvarchar(max) = (
                            SELECT STRING_AGG(CAST(CONCAT(N'KILL ', session_id) AS nvarchar(max)), N'; ')
                            FROM sys.dm_exec_sessions
                            WHERE database_id = DB_ID(N'palindrome_o''x') AND session_id <> @@SPID AND is_user_process = 1);
                        EXEC (@kill)""");
    }

    @Test
    void backUp() {
        assertThat(made(SqlServerDatabaseSql.backUp("palindrome_x", "/data/palindrome_x.bak")))
                .isEqualTo("BACKUP DATABASE [palindrome_x] TO DISK = N'/data/palindrome_x.bak' WITH COPY_ONLY, INIT");
    }
}
