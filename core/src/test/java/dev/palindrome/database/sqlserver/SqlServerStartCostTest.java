package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CountingDataSource;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.reset.SnapshotTaker;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it takes in logins and batches to make databases, beside what is put into them. */
class SqlServerStartCostTest {

    private static final TemplateKey KEY = new TemplateKey("0123456789abcdef0123456789abcdef", "content", false);
    private static final ScriptedRow YES = ScriptedRow.of("answer", "1");

    private final ScriptedServer server = new ScriptedServer();
    private final CountingDataSource counting = new CountingDataSource();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Databases databases = Databases.on(TestEngine.on(server, counting));

    /** The sweep, the making, the mark; the questions before the backup, the backup, where it is. */
    @Test
    void theFirstLeavesATemplate() {
        withTemplates();

        Database first = create(Optional.of(KEY), Map.of("READ_COMMITTED_SNAPSHOT", "ON"));

        assertThat(first.name()).startsWith("palindrome_start_cost_");
        assertThat(counting).hasToString("1 logins, 6 batches");
        assertThat(counting.batches().get(2))
                .matches("EXEC \\(N'USE \\[%s]; EXEC sys.sp_addextendedproperty .*'\\);\n".formatted(first.name())
                        + "IF EXISTS \\(SELECT 1 FROM sys.databases WHERE name = N'%1$s' AND is_auto_close_on = 1\\) EXEC \\(N'ALTER DATABASE \\[%1$s] SET AUTO_CLOSE OFF'\\);\n"
                                .formatted(first.name())
                        + "ALTER DATABASE \\[%s] SET READ_COMMITTED_SNAPSHOT ON".formatted(first.name()));
        assertThat(counting.batches().get(4))
                .matches("IF EXISTS .* EXEC \\(N'USE \\[%s]; EXEC sys.sp_dropextendedproperty .*'\\);\n"
                                .formatted(first.name())
                        + "BACKUP DATABASE \\[%1$s] TO DISK = N'/backups/%1$s.bak' WITH COPY_ONLY, INIT, NAME = N'palindrome template', DESCRIPTION = N'.*';\n"
                                .formatted(first.name())
                        + "IF NOT EXISTS .* EXEC \\(N'USE \\[%s]; EXEC sys.sp_addextendedproperty .*'\\)"
                                .formatted(first.name()));
    }

    /** What is in the backup, the restoring, mark and owner. */
    @Test
    void theSecondIsCloned() {
        withTemplates();
        create(Optional.of(KEY), Map.of());
        counting.reset();

        create(Optional.of(KEY), Map.of());

        assertThat(counting).hasToString("0 logins, 3 batches");
    }

    /** As before the first test of a class, where the server has database snapshots. */
    @Test
    void aSnapshotBehindEitherStaysWithinTheSame() {
        withTemplates();
        server.answering(
                "SELECT name, physical_name FROM ", ScriptedRow.of("name", "x", "physical_name", "/data/x.mdf"));
        server.answeringSchema(List.of(List.of(), List.of(), List.of()));

        snapshot(create(Optional.of(KEY), Map.of()));
        assertThat(counting).hasToString("2 logins, 11 batches");

        counting.reset();
        snapshot(create(Optional.of(KEY), Map.of()));
        assertThat(counting).hasToString("1 logins, 8 batches");
    }

    @Test
    void oneThatIsNotCloned() {
        create(Optional.empty(), Map.of());
        counting.reset();

        create(Optional.empty(), Map.of());

        assertThat(counting).hasToString("0 logins, 2 batches");
    }

    /** Those of whom nobody knows: their marks are read together. */
    @Test
    void sweepingAsksForAllMarksAtOnce() {
        server.answering(
                SqlServerDatabaseSql.databasesWithPrefix(),
                ScriptedRow.of("name", "palindrome_a", "age", "9999"),
                ScriptedRow.of("name", "palindrome_b", "age", "9999"),
                ScriptedRow.of("name", "palindrome_young", "age", "60"),
                ScriptedRow.of("name", "palindrome_c", "age", "9999"));

        create(Optional.empty(), Map.of());

        assertThat(counting).hasToString("1 logins, 4 batches");
    }

    /** Azure SQL Database lets nobody leave for another database. */
    @Test
    void whereNobodyReachesIntoAnotherDatabaseTheMarkIsPutThere() {
        server.refusing("EXEC (N'USE [", new SQLException("USE statement is not supported", "S0001", 40508));

        create(Optional.empty(), Map.of());

        assertThat(counting).hasToString("2 logins, 4 batches");
    }

    /** Whatever has become of the batch that took it off: it says who made the original. */
    @Test
    void whereABackupFailsTheMarkIsPutOnAgain() {
        withTemplates();
        server.refusing("IF EXISTS (SELECT CAST(value", 3013);

        Database first = create(Optional.of(KEY), Map.of());

        assertThat(counting.batches().get(counting.batches().size() - 1))
                .startsWith("IF NOT EXISTS (" + SqlServerDatabaseSql.readMark(first.name()) + ") EXEC (");
    }

    private void snapshot(Database database) {
        snapshots.add(new SnapshotTaker(database, databases, () -> {}).take());
    }

    @AfterEach
    void close() {
        snapshots.forEach(Snapshot::close);
    }

    private void withTemplates() {
        server.answering(SqlServerBackupSql.isAdministrator(), YES)
                .answering(SqlServerBackupSql.canDelete(), YES)
                .answering(SqlServerBackupSql.folder(), ScriptedRow.of("folder", "/backups"))
                .answering("RESTORE HEADERONLY", ScriptedRow.of("BackupSetGUID", "a-1"))
                .answeringAnew(SqlServerBackupSql.backups(SqlServerBackupSql.TEMPLATE), this::template);
    }

    private ScriptedRow template() {
        String backup = counting.batches().stream()
                .filter(sql -> sql.contains("BACKUP DATABASE"))
                .findFirst()
                .orElseThrow();
        return ScriptedRow.of(
                "physical_device_name",
                backup.replaceAll("(?s).*DISK = N'([^']*)'.*", "$1"),
                "database_name",
                backup.replaceAll("(?s).*BACKUP DATABASE \\[([^]]*)].*", "$1"),
                "description",
                backup.replaceAll("(?s).*DESCRIPTION = N'([^']*)'.*", "$1"),
                "backup_set_uuid",
                "A-1",
                "age",
                "0");
    }

    private Database create(Optional<TemplateKey> key, Map<String, String> options) {
        return databases.create("start_cost", new DatabaseOptions(Optional.empty(), options), key, empty -> {});
    }
}
