package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerBackupsTest {

    private static final ScriptedRow YES = ScriptedRow.of("answer", "1");
    private static final List<String> FORGET = List.of(SqlServerBackupSql.forget("palindrome_x"));

    private final Set<String> files = new HashSet<>(Set.of("/one.bak", "/two.bak"));
    private final ScriptedServer server = new ScriptedServer();
    private final SqlServerBackups backups = new SqlServerBackups(server.dataSource(), SqlServerBackupSql.SNAPSHOT);

    SqlServerBackupsTest() {
        for (String path : List.copyOf(files)) {
            server.answeringAnew(
                    SqlServerBackupSql.isThere(path),
                    () -> files.contains(path) && !isDeleted(path) ? YES : ScriptedRow.of());
        }
        server.answering(
                SqlServerBackupSql.pathsOf("palindrome_x"),
                ScriptedRow.of("path", "/one.bak"),
                ScriptedRow.of("path", "/two.bak"));
    }

    /** The server forgets all backups of a database at once. */
    @Test
    void theLastOfADatabaseIsForgottenWithTheOthers() throws SQLException {
        assertThat(backups.remove("/one.bak", "palindrome_x")).isTrue();
        assertThat(server.sessions()).doesNotContain(FORGET);

        assertThat(backups.remove("/two.bak", "palindrome_x")).isTrue();
        assertThat(server.sessions())
                .containsExactly(
                        isThere("/one.bak"),
                        List.of(SqlServerBackupSql.delete("/one.bak")),
                        isThere("/one.bak"),
                        List.of(SqlServerBackupSql.pathsOf("palindrome_x")),
                        isThere("/one.bak"),
                        isThere("/two.bak"),
                        isThere("/two.bak"),
                        List.of(SqlServerBackupSql.delete("/two.bak")),
                        isThere("/two.bak"),
                        List.of(SqlServerBackupSql.pathsOf("palindrome_x")),
                        isThere("/one.bak"),
                        isThere("/two.bak"),
                        FORGET);
    }

    @Test
    void aFileThatIsGoneIsNotDeleted() throws SQLException {
        files.clear();

        assertThat(backups.remove("/one.bak", "palindrome_x")).isFalse();
        assertThat(server.sessions())
                .containsExactly(
                        isThere("/one.bak"),
                        List.of(SqlServerBackupSql.pathsOf("palindrome_x")),
                        isThere("/one.bak"),
                        isThere("/two.bak"),
                        FORGET);
    }

    @Test
    void aFileThatStaysIsNotForgotten() {
        server.answering(SqlServerBackupSql.isThere("/one.bak"), YES);

        assertThat(catchThrowable(() -> backups.remove("/one.bak", "palindrome_x")))
                .hasMessage("xp_delete_file has left it there without saying why");
        assertThat(server.sessions())
                .containsExactly(
                        isThere("/one.bak"), List.of(SqlServerBackupSql.delete("/one.bak")), isThere("/one.bak"));
    }

    private boolean isDeleted(String path) {
        return server.sessions().contains(List.of(SqlServerBackupSql.delete(path)));
    }

    private static List<String> isThere(String path) {
        return List.of(SqlServerBackupSql.isThere(path));
    }
}
