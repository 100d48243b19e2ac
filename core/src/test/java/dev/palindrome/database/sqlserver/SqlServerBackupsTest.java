package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerBackupsTest {

    private static final String DATABASE = "palindrome_x";
    private static final String ONE = "/backups/palindrome_x_1.bak";
    private static final String TWO = "/backups/palindrome_x_2.bak";
    private static final ScriptedRow YES = ScriptedRow.of("answer", "1");
    private static final List<String> FORGET = List.of(SqlServerBackupSql.forget(DATABASE));
    private static final List<List<String>> LOOK_FOR_OTHERS =
            List.of(List.of(SqlServerBackupSql.pathsOf(DATABASE)), isThere(ONE), isThere(TWO));

    private final Set<String> files = new HashSet<>(Set.of(ONE, TWO));
    private final ScriptedServer server = new ScriptedServer();
    private final SqlServerBackups backups = new SqlServerBackups(server.dataSource(), SqlServerBackupSql.SNAPSHOT);

    SqlServerBackupsTest() {
        for (String path : List.copyOf(files)) {
            server.answeringAnew(
                    SqlServerBackupSql.isThere(path),
                    () -> files.contains(path) && !isDeleted(path) ? YES : ScriptedRow.of());
            server.answering(SqlServerBackupSql.contents(path), holds(path));
        }
        server.answering(SqlServerBackupSql.pathsOf(DATABASE), inHistory(ONE, 1), inHistory(TWO, 1));
    }

    /** The server forgets all backups of a database at once. */
    @Test
    void theLastOfADatabaseIsForgottenWithTheOthers() throws SQLException {
        assertThat(backups.remove(file(ONE))).isTrue();
        assertThat(server.sessions()).doesNotContain(FORGET);

        assertThat(backups.remove(file(TWO))).isTrue();
        assertThat(server.sessions())
                .containsExactlyElementsOf(together(Stream.of(
                        deletionOf(ONE), LOOK_FOR_OTHERS, deletionOf(TWO), LOOK_FOR_OTHERS, List.of(FORGET))));
    }

    @Test
    void aFileThatIsGoneIsNotDeleted() throws SQLException {
        files.clear();

        assertThat(backups.remove(file(ONE))).isFalse();
        assertThat(server.sessions())
                .containsExactlyElementsOf(
                        together(Stream.of(List.of(isThere(ONE)), LOOK_FOR_OTHERS, List.of(FORGET))));
    }

    @Test
    void aFileThatStaysIsNotForgotten() {
        server.answering(SqlServerBackupSql.isThere(ONE), YES);

        assertThat(catchThrowable(() -> backups.remove(file(ONE))))
                .hasMessage("xp_delete_file has left it there without saying why");
        assertThat(server.sessions()).isEqualTo(deletionOf(ONE));
    }

    /** Whoever may back up a database of his own can write over any file that the server can write. */
    @Test
    void aFileThatSomebodyHasWrittenOverStays() {
        server.answering(SqlServerBackupSql.contents(TWO), ScriptedRow.of("BackupSetGUID", "another"));

        assertThat(catchThrowable(() -> backups.remove(file(TWO, "id of another"))))
                .hasMessage(
                        "somebody has written over it: it does not hold the one backup of palindrome_x that was made"
                                + " there; see by RESTORE HEADERONLY whose it is before you delete it");
        assertThat(server.sessions()).containsExactly(isThere(TWO), List.of(SqlServerBackupSql.contents(TWO)));
    }

    @Test
    void aFileToWhichSomebodyHasAddedABackupStays() {
        ScriptedServer other = new ScriptedServer()
                .answering(SqlServerBackupSql.isThere(ONE), YES)
                .answering(SqlServerBackupSql.contents(ONE), holds(ONE), holds(TWO));

        assertThat(catchThrowable(
                        () -> new SqlServerBackups(other.dataSource(), SqlServerBackupSql.SNAPSHOT).remove(file(ONE))))
                .hasMessageStartingWith("somebody has written over it");
    }

    /** The server's history of a database would go with ours. */
    @Test
    void aBackupOfSomebodyElsesIsNotForgotten() throws SQLException {
        ScriptedServer other = new ScriptedServer()
                .answering(
                        SqlServerBackupSql.pathsOf(DATABASE), inHistory(ONE, 1), inHistory("/backups/theirs.bak", 0));

        assertThat(new SqlServerBackups(other.dataSource(), SqlServerBackupSql.SNAPSHOT).remove(file(ONE)))
                .isFalse();
        assertThat(other.sessions()).doesNotContain(FORGET);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            palindrome_x, /backups/palindrome_x.bak,         true
            palindrome_x, D:\\backups\\palindrome_x_12.bak,  true
            palindrome_x, palindrome_x.bak,                  true
            palindrome_x, /backups/palindrome_x_kept.bak,    false
            palindrome_x, /backups/palindrome_y.bak,         false
            palindrome_x, /palindrome_x.bak/production.bak,  false
            palindrome_x, /backups/palindrome_x.bak.bak,     false
            production,   /backups/production.bak,           false
            """)
    void onlyWhatIsNamedAsOursIsOurs(String database, String path, boolean isOurs) throws SQLException {
        server.answering(
                SqlServerBackupSql.backups(SqlServerBackupSql.SNAPSHOT),
                ScriptedRow.of(
                        "physical_device_name",
                        path,
                        "database_name",
                        database,
                        "description",
                        null,
                        "backup_set_uuid",
                        "A-1",
                        "age",
                        "61"));

        assertThat(backups.list())
                .isEqualTo(
                        isOurs
                                ? List.of(new SqlServerBackups.File(path, database, "", "A-1", Duration.ofMinutes(61)))
                                : List.of());
    }

    private boolean isDeleted(String path) {
        return server.sessions().contains(List.of(SqlServerBackupSql.delete(path)));
    }

    private static SqlServerBackups.File file(String path) {
        return file(path, "ID OF " + path);
    }

    private static SqlServerBackups.File file(String path, String id) {
        return new SqlServerBackups.File(path, DATABASE, "", id, Duration.ZERO);
    }

    /** The driver and the server do not agree on the case of such identifiers. */
    private static ScriptedRow holds(String path) {
        return ScriptedRow.of("BackupSetGUID", "id of " + path);
    }

    private static ScriptedRow inHistory(String path, int isOurs) {
        return ScriptedRow.of("physical_device_name", path, "is_ours", isOurs);
    }

    /** The last look is for whether it has gone. */
    private static List<List<String>> deletionOf(String path) {
        return List.of(
                isThere(path),
                List.of(SqlServerBackupSql.contents(path)),
                List.of(SqlServerBackupSql.delete(path)),
                isThere(path));
    }

    private static List<List<String>> together(Stream<List<List<String>>> sessions) {
        return sessions.flatMap(List::stream).toList();
    }

    private static List<String> isThere(String path) {
        return List.of(SqlServerBackupSql.isThere(path));
    }
}
