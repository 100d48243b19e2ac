package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.CountingDataSource;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a server that refuses USE (40508), BACKUP (40510) and names of other databases (40515): Azure SQL Database,
 * and its container, of which SERVERPROPERTY('EngineEdition') is 5.
 */
class AzureSqlDatabaseTest {

    private static final SQLException NO_OTHER_DATABASE =
            new SQLException("Reference to database and/or server name is not supported", "S0001", 40515);

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void marksAreReadFromInside() {
        String readMark = SqlServerDatabaseSql.readMark("palindrome_old");
        server.answering(
                        SqlServerDatabaseSql.databasesWithPrefix(),
                        ScriptedRow.of("name", "palindrome_old", "age", "9999"))
                .refusing(readMark, NO_OTHER_DATABASE)
                .answering(readMark, ScriptedRow.of("value", "host=ci; process=7; made=2020-01-01T00:00:00Z"));

        new SqlServerSweep(TestEngine.on(server, new CountingDataSource())).run();

        assertThat(server.orders()).containsSubsequence(readMark, readMark, "DROP DATABASE IF EXISTS [palindrome_old]");
    }

    @Test
    void withoutSnapshotsAndBackupsTheSchemaGoesBackByStatementsAndThatIsSaidOnce() {
        server.refusing(SqlServerSnapshotSql.lostByReverting("palindrome_x"), NO_OTHER_DATABASE)
                .refusing(SqlServerSnapshotSql.lostByReverting("palindrome_y"), NO_OTHER_DATABASE)
                .answering(SqlServerBackupSql.isAdministrator(), ScriptedRow.of("answer", "1"))
                .answering(SqlServerBackupSql.canDelete(), ScriptedRow.of("answer", "1"))
                .refusing("BACKUP DATABASE [palindrome_x]", noBackup())
                .refusing("BACKUP DATABASE [palindrome_y]", noBackup());

        try (CapturedLog log = new CapturedLog(SqlServerSaving.class)) {
            assertThat(save("palindrome_x")).isFalse();
            assertThat(save("palindrome_y")).isFalse();

            assertThat(log.lines().stream().filter(line -> line.startsWith("INFO")))
                    .containsExactly("INFO After a test that changes the schema, it is put back by T-SQL: a database"
                            + " snapshot cannot be had (Reference to database and/or server name is not supported), nor"
                            + " a backup (Statement 'BACKUP DATABASE' is not supported).");
        }
    }

    private boolean save(String database) {
        return SqlServerSaving.save(
                        server.dataSource(),
                        server.dataSource(),
                        new SqlServerReplacement(server.dataSource(), database))
                .isPresent();
    }

    private static SQLException noBackup() {
        return new SQLException("Statement 'BACKUP DATABASE' is not supported", "S0001", 40510);
    }
}
