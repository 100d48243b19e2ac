package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.database.SavedState;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlServerSavingTest {

    private static final ScriptedRow YES = ScriptedRow.of("answer", "1");

    private final ScriptedServer server = new ScriptedServer();
    private final SqlServerReplacement replacement = new SqlServerReplacement(server.dataSource(), "palindrome_x");

    @Test
    void aDatabaseSnapshotIsPreferred() throws SQLException {
        withDataFile();
        SavedState state = save().orElseThrow();
        String name = state.readableAs().orElseThrow();

        state.restore();
        state.close();

        assertThat(state.kind()).isEqualTo("a database snapshot");
        assertThat(name).matches("palindrome_0_\\d+_palindrome_x");
        assertThat(said())
                .containsExactly(
                        SqlServerSnapshotSql.lostByReverting("palindrome_x"),
                        SqlServerSnapshotSql.dataFiles("palindrome_x"),
                        SqlServerSnapshotSql.create(
                                name, "palindrome_x", List.of(new SqlServerFile("x", "/data/x.mdf"))),
                        SqlServerReplacementSql.updatesStatisticsAsynchronously("palindrome_x"),
                        SqlServerDatabaseSql.endSessions("palindrome_x"),
                        "USE [palindrome_x]",
                        "ALTER DATABASE [palindrome_x] SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
                        "USE [master]; RESTORE DATABASE [palindrome_x] FROM DATABASE_SNAPSHOT = '" + name + "'",
                        "ALTER DATABASE [palindrome_x] SET MULTI_USER",
                        "DROP DATABASE IF EXISTS [" + name + "]");
    }

    @Test
    void otherDatabaseSnapshotsStandInTheWay() throws SQLException {
        withDataFile();
        SavedState state = save().orElseThrow();
        String others =
                SqlServerSnapshotSql.others("palindrome_x", state.readableAs().orElseThrow());
        server.answering(
                others, ScriptedRow.of("name", "palindrome_0_7_x"), ScriptedRow.of("name", "palindrome_0_8_x"));

        assertThat(state.inTheWay()).containsExactly("palindrome_0_7_x", "palindrome_0_8_x");
    }

    /** As it is where a login may not see the files. */
    @Test
    void aDatabaseThatTellsNoneOfItsFilesGetsNone() {
        assertThat(save()).isEmpty();
        assertThat(said()).noneMatch(sql -> sql.startsWith("CREATE DATABASE"));
    }

    @Test
    void whereThereCanBeNoneABackupIsTakenAndRestored() throws SQLException {
        withBackup();
        server.answering(SqlServerBackupSql.owner("palindrome_x"), ScriptedRow.of("owner", "ann"))
                .answering(
                        SqlServerBackupSql.lostByRestoring("palindrome_x"),
                        ScriptedRow.of("name", "BROKER"),
                        ScriptedRow.of("name", "TRUSTWORTHY"));
        SavedState state = save().orElseThrow();
        List<String> taken = said();

        state.restore();
        state.close();

        assertThat(state.kind()).isEqualTo("a backup");
        assertThat(state.readableAs()).isEmpty();
        assertThat(taken)
                .hasSize(11)
                .startsWith(
                        SqlServerSnapshotSql.lostByReverting("palindrome_x"),
                        SqlServerSnapshotSql.dataFiles("palindrome_x"),
                        SqlServerBackupSql.isAdministrator(),
                        SqlServerBackupSql.canDelete(),
                        SqlServerBackupSql.isThere("palindrome_x"),
                        SqlServerBackupSql.tablesThatKeepNoRows("palindrome_x"),
                        SqlServerBackupSql.lostByRestoring("palindrome_x"),
                        SqlServerBackupSql.owner("palindrome_x"),
                        SqlServerBackupSql.folder())
                .endsWith(SqlServerBackupSql.backups(SqlServerBackupSql.SNAPSHOT));
        assertThat(taken.get(9))
                .matches("BACKUP DATABASE \\[palindrome_x] TO DISK = N'palindrome_x_\\d+[.]bak' WITH COPY_ONLY, INIT,"
                        + " NAME = N'palindrome snapshot', DESCRIPTION = N'host=.*; process=\\d+; made=.*'");
        assertThat(said().subList(taken.size(), said().size()))
                .containsExactly(
                        SqlServerBackupSql.contents(path()),
                        SqlServerReplacementSql.updatesStatisticsAsynchronously("palindrome_x"),
                        SqlServerDatabaseSql.endSessions("palindrome_x"),
                        "USE [palindrome_x]",
                        "ALTER DATABASE [palindrome_x] SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
                        "USE [master]; RESTORE DATABASE [palindrome_x] FROM DISK = N'" + path()
                                + "' WITH REPLACE, ENABLE_BROKER",
                        SqlServerBackupSql.own("palindrome_x", "ann"),
                        "ALTER DATABASE [palindrome_x] SET TRUSTWORTHY ON",
                        "ALTER DATABASE [palindrome_x] SET MULTI_USER",
                        SqlServerBackupSql.isThere(path()),
                        SqlServerBackupSql.contents(path()),
                        SqlServerBackupSql.delete(path()),
                        SqlServerBackupSql.isThere(path()),
                        SqlServerBackupSql.pathsOf("palindrome_x"),
                        SqlServerBackupSql.isThere(path()),
                        SqlServerBackupSql.forget("palindrome_x"));
    }

    @Test
    void aBackupThatCannotBeDeletedIsNamed() throws SQLException {
        withBackup();
        SavedState state = save().orElseThrow();
        server.refusing(SqlServerBackupSql.delete(path()), new SQLException("Access is denied."));

        try (CapturedLog log = new CapturedLog(SqlServerDatabaseBackup.class)) {
            state.close();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN The backup " + path() + " could not be deleted; delete it by hand: Access is denied");
        }
    }

    /** Whoever may back up a database of his own can write over any file that the server can write. */
    @Test
    void aBackupThatSomebodyHasWrittenOverIsNotRestored() throws SQLException {
        withBackup();
        SavedState state = save().orElseThrow();
        server.answering("RESTORE HEADERONLY FROM DISK", ScriptedRow.of("BackupSetGUID", "B-2"));

        assertThatThrownBy(state::restore)
                .hasMessage(
                        "somebody has written over it: it does not hold the one backup of palindrome_x that was made"
                                + " there; see by RESTORE HEADERONLY whose it is before you delete it");
        assertThat(said()).noneMatch(sql -> sql.contains("RESTORE DATABASE"));
    }

    @Test
    void whereABackupWouldNotHoldAllRowsNoneIsTaken() {
        withBackup();
        server.answering(
                        SqlServerBackupSql.tablesThatKeepNoRows("palindrome_x"),
                        ScriptedRow.of("name", "[dbo].[cache]"))
                .answering(SqlServerBackupSql.anyRow("[dbo].[cache]"), YES);

        assertThat(save()).isEmpty();
        assertThat(said())
                .contains(SqlServerBackupSql.anyRow("[dbo].[cache]"))
                .noneMatch(sql -> sql.startsWith("BACKUP"));
    }

    @Test
    void whoCouldNotRemoveABackupTakesNone() {
        withoutWayBack().answering(SqlServerBackupSql.isAdministrator(), ScriptedRow.of("answer", "0"));

        assertThat(save()).isEmpty();
        assertThat(said()).contains(SqlServerBackupSql.isAdministrator()).noneMatch(sql -> sql.startsWith("BACKUP"));
    }

    @Test
    void whereNeitherCanBeHadNothingIsSaved() {
        withDataFile();
        server.refusing("CREATE DATABASE", new SQLException("not in this edition"))
                .answering(SqlServerBackupSql.isAdministrator(), YES)
                .answering(SqlServerBackupSql.canDelete(), YES)
                .refusing("BACKUP", new SQLException("not on this server"));

        assertThat(save()).isEmpty();
    }

    private void withDataFile() {
        server.answering(
                SqlServerSnapshotSql.dataFiles("palindrome_x"),
                ScriptedRow.of("name", "x", "physical_name", "/data/x.mdf"));
    }

    private ScriptedServer withoutWayBack() {
        return server.answering(
                SqlServerSnapshotSql.lostByReverting("palindrome_x"),
                ScriptedRow.of("name", "the full-text catalogue words"));
    }

    private void withBackup() {
        withoutWayBack()
                .answering(SqlServerBackupSql.isAdministrator(), YES)
                .answering(SqlServerBackupSql.canDelete(), YES)
                .answeringAnew(
                        "SELECT 1 FROM sys.dm_os_file_exists(N'/backups/",
                        () -> said().contains(SqlServerBackupSql.delete(path())) ? ScriptedRow.of() : YES)
                .answeringAnew(
                        SqlServerBackupSql.pathsOf("palindrome_x"),
                        () -> ScriptedRow.of("physical_device_name", path(), "is_ours", "1"))
                .answering("RESTORE HEADERONLY", ScriptedRow.of("BackupSetGUID", "A-1"))
                .answeringAnew(
                        SqlServerBackupSql.backups(SqlServerBackupSql.SNAPSHOT),
                        () -> ScriptedRow.of(
                                "physical_device_name",
                                path(),
                                "database_name",
                                "palindrome_x",
                                "description",
                                "",
                                "backup_set_uuid",
                                "A-1",
                                "age",
                                "0"));
    }

    /** Where the server put the file that it was told to write. */
    private String path() {
        String backup = said().stream()
                .filter(sql -> sql.startsWith("BACKUP"))
                .findFirst()
                .orElseThrow();
        return "/backups/" + backup.replaceAll(".*DISK = N'([^']*)'.*", "$1");
    }

    private Optional<SavedState> save() {
        return SqlServerSaving.save(server.dataSource(), server.dataSource(), replacement);
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        server.sessions().forEach(said::addAll);
        return said;
    }
}
