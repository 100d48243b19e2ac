package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.ServerFeature;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * All that a snapshot promises, and what only a backup brings back, with a database that can have no database snapshot in
 * any edition: it has a folder for memory-optimised tables. Skipped where the server makes none, or where the login could
 * not remove a backup again.
 */
@RequiresSqlServer
@ExtendWith(SqlServerBackupSnapshotIT.FolderCondition.class)
class SqlServerBackupSnapshotIT extends SqlServerSnapshotIT {

    private static final String FOLDER = """
            ALTER DATABASE CURRENT ADD FILEGROUP memory CONTAINS MEMORY_OPTIMIZED_DATA;
            DECLARE @add nvarchar(max) = (
                SELECT TOP 1 N'ALTER DATABASE CURRENT ADD FILE (NAME = N''memory'', FILENAME = N'''
                    + REPLACE(physical_name, N'''', N'''''') + N'_memory'') TO FILEGROUP memory'
                FROM sys.database_files WHERE type = 0);
            EXEC (@add);
            """;

    private static final String ADMINISTRATOR = "IF IS_SRVROLEMEMBER('sysadmin') <> 1 THROW 50000, 'no sysadmin', 1;";

    private static final String FAST = """
            CREATE TABLE dbo.fast (id INT IDENTITY(1, 1) NOT NULL PRIMARY KEY NONCLUSTERED, name NVARCHAR(50) NULL)
            WITH (MEMORY_OPTIMIZED = ON, DURABILITY = SCHEMA_AND_DATA);
            INSERT INTO dbo.fast (name) VALUES (N'Ann'), (N'Bob');
            """;

    /** Asked before a database is made for each test. */
    static final class FolderCondition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                ServerFeature.requires(new SqlServerBackupSnapshotIT().databases(), ADMINISTRATOR + "\nGO\n" + FOLDER);
                return ConditionEvaluationResult.enabled("The server makes folders, and removes backups");
            } catch (TestAbortedException e) {
                return ConditionEvaluationResult.disabled(e.getMessage());
            }
        }
    }

    @BeforeEach
    void addFolder() throws SQLException {
        run(FOLDER);
    }

    @Test
    void theWholeDatabaseComesBackFromABackup() throws SQLException {
        String mark = "SELECT value FROM sys.extended_properties WHERE class = 0 AND name = 'palindrome'";
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            List<String> marked = rows(mark);
            SchemaSnapshot schema = schema();
            run("DROP TABLE dbo.todos; CREATE TABLE dbo.other (n INT NULL); DELETE FROM dbo.users;");

            ResetReport report = snapshot.restore();

            assertThat(report.strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(report.reason()).endsWith(" (put back by a backup)");
            assertThat(contents()).isEqualTo(before);
            assertThat(schema()).isEqualTo(schema);
            assertThat(rows(mark)).isEqualTo(marked).hasSize(1);
        }
    }

    @Test
    void whatRestoringSwitchesOffIsOnAgain() throws SQLException {
        String options = "SELECT is_trustworthy_on, is_db_chaining_on, is_broker_enabled, service_broker_guid,"
                + " SUSER_SNAME(owner_sid), user_access_desc FROM sys.databases WHERE name = DB_NAME()";
        run("ALTER DATABASE CURRENT SET TRUSTWORTHY ON; ALTER DATABASE CURRENT SET DB_CHAINING ON;");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = rows(options);
            run("ALTER TABLE dbo.notes ADD author NVARCHAR(50) NULL");

            snapshot.restore();
            reconnect();

            assertThat(rows(options)).isEqualTo(before);
        }
    }

    @Test
    void aMemoryOptimizedTableComesBackWithTheWhole() throws SQLException {
        run(FAST);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("UPDATE dbo.fast SET name = N'Eve' WHERE id = 1");

            ResetReport report = snapshot.restore();

            assertThat(report.strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(report.reason())
                    .isEqualTo("written: dbo.fast, which is memory-optimised (put back by a backup)");
            assertThat(contents()).isEqualTo(before);
            run("INSERT INTO dbo.fast (name) VALUES (N'Cid')");
            assertThat(rows("SELECT id FROM dbo.fast WHERE name = N'Cid'")).containsExactly("3");
        }
    }

    /** A backup holds no rows of such a table. */
    @Test
    void rowsThatAreNotDurableAreLeftAlone() throws SQLException {
        run(FAST.replace("SCHEMA_AND_DATA", "SCHEMA_ONLY"));
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            SchemaSnapshot schema = schema();
            run("ALTER TABLE dbo.notes ADD author NVARCHAR(50) NULL");

            ResetReport report = snapshot.restore();

            assertThat(report.reason()).doesNotContain("backup");
            assertThat(contents()).isEqualTo(before);
            assertThat(schema()).isEqualTo(schema);
        }
    }

    @Test
    void aMemoryOptimizedTableThatWasNotWrittenIsLeftAlone() throws SQLException {
        run(FAST);
        try (Snapshot snapshot = snapshot()) {
            run("DELETE FROM dbo.notes");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
        }
    }

    /** The server counts writes anew after a restore, so that counts alone would not show the difference. */
    @Test
    void oneSnapshotAfterAnotherBringsItsOwnStateBack() throws SQLException {
        try (Snapshot first = snapshot()) {
            List<String> atFirst = contents();
            run("UPDATE dbo.users SET name = N'Eve' WHERE name = N'Bob'; ALTER TABLE dbo.notes ADD author INT NULL;");
            List<String> atSecond = contents();
            try (Snapshot second = snapshot()) {
                first.restore();
                assertThat(contents()).isEqualTo(atFirst);

                ResetReport report = second.restore();

                assertThat(report.reason())
                        .isEqualTo("another reset put the whole database back, or failed to (put back by a backup)");
                assertThat(contents()).isEqualTo(atSecond);
                first.restore();
                assertThat(contents()).isEqualTo(atFirst);
            }
        }
    }

    @Test
    void theBackupIsForgottenWithTheSnapshot() throws SQLException {
        String paths = "SELECT f.physical_device_name FROM msdb.dbo.backupset s"
                + " JOIN msdb.dbo.backupmediafamily f ON f.media_set_id = s.media_set_id"
                + " WHERE s.database_name = DB_NAME()";
        String files;
        try (Snapshot first = snapshot()) {
            try (Snapshot second = snapshot()) {
                files = rows(paths).stream()
                        .map("SELECT * FROM sys.dm_os_file_exists(N'%s') WHERE file_exists = 1"::formatted)
                        .collect(Collectors.joining(" UNION ALL "));
                assertThat(rows(files)).hasSize(2);
                assertThat(second.isClosed()).isFalse();
            }
            assertThat(rows(files)).hasSize(1);
            assertThat(rows(paths)).hasSize(2);
            assertThat(first.isClosed()).isFalse();
        }
        assertThat(rows(files)).isEmpty();
        assertThat(rows(paths)).isEmpty();
    }
}
