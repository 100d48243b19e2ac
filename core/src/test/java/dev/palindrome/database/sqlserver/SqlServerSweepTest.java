package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.CountingDataSource;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server that others use, too, is told by a run that looks for what dead runs have left. */
class SqlServerSweepTest {

    private static final String OLD_MARK = "host=ci; process=7; made=2020-01-01T00:00:00Z";
    private static final String DROP = SqlServerDatabaseSql.drop("palindrome_x");

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void nobodyIsThrownOut() {
        found("9999", OLD_MARK);

        assertThat(sweep())
                .containsExactly(
                        "INFO Dropped palindrome_x, which an earlier run left behind on SQL Server, scripted.");
        assertThat(server.orders())
                .containsExactly(
                        SqlServerDatabaseSql.databasesWithPrefix(),
                        SqlServerBackupSql.backups(SqlServerBackupSql.SNAPSHOT),
                        SqlServerDatabaseSql.readMark("palindrome_x"),
                        DROP);
    }

    @Test
    void whatSomebodyIsConnectedToStays() {
        found("9999", OLD_MARK);
        server.refusing(DROP, 3702);

        assertThat(sweep())
                .containsExactly("INFO palindrome_x on SQL Server, scripted, which an earlier run left behind, stays:"
                        + " somebody is connected to it.");
    }

    /** A client's clock may have been wrong, or somebody has restored a backup that carries a mark. */
    @Test
    void whatTheServerHasNotHadForLongStays() {
        found("1500", OLD_MARK);

        sweep();

        assertThat(server.orders()).doesNotContain(DROP, SqlServerDatabaseSql.readMark("palindrome_x"));
    }

    @Test
    void whatALivingProcessHasMadeStays() {
        found("9999", DatabaseMark.ofThisJvm().text());

        sweep();

        assertThat(server.orders()).doesNotContain(DROP);
    }

    @Test
    void onlyBackupsThatAreNamedAsOursAreDeleted() {
        server.answering(
                        SqlServerBackupSql.backups(SqlServerBackupSql.SNAPSHOT),
                        backup("/backups/palindrome_x_1.bak", "palindrome_x"),
                        backup("/backups/production.bak", "palindrome_x"),
                        backup("/backups/production_1.bak", "production"))
                .answering("SELECT 1 FROM sys.dm_os_file_exists", ScriptedRow.of("answer", "1"))
                .answering("RESTORE HEADERONLY", ScriptedRow.of("BackupSetGUID", "A-1"));

        sweep();

        assertThat(server.orders())
                .filteredOn(sql -> sql.contains("xp_delete_file"))
                .containsExactly(SqlServerBackupSql.delete("/backups/palindrome_x_1.bak"));
    }

    private void found(String age, String mark) {
        server.answering(SqlServerDatabaseSql.databasesWithPrefix(), ScriptedRow.of("name", "palindrome_x", "age", age))
                .answering(SqlServerDatabaseSql.readMark("palindrome_x"), ScriptedRow.of("value", mark));
    }

    private static ScriptedRow backup(String path, String database) {
        return ScriptedRow.of(
                "physical_device_name",
                path,
                "database_name",
                database,
                "description",
                OLD_MARK,
                "backup_set_uuid",
                "A-1",
                "age",
                "9999");
    }

    private List<String> sweep() {
        try (CapturedLog log = new CapturedLog(SqlServerSweep.class)) {
            new SqlServerSweep(TestEngine.on(server, new CountingDataSource())).run();
            return log.lines().stream()
                    .filter(line -> line.startsWith("INFO") || line.startsWith("WARN"))
                    .toList();
        }
    }
}
