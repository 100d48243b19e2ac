package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CountingDataSource;
import dev.palindrome.database.Database;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.template.Template;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates on a server that others use, too, and whose history of backups others write. */
class SqlServerTemplatesTest {

    private static final TemplateKey KEY = new TemplateKey("0123456789abcdef0123456789abcdef", "content", true);
    private static final ScriptedRow YES = ScriptedRow.of("answer", "1");

    private final ScriptedServer server = new ScriptedServer();
    private final SqlServerEngine engine = TestEngine.on(server, new CountingDataSource());
    private final SqlServerTemplates templates = new SqlServerTemplates(engine, true);
    private ScriptedRow row = ScriptedRow.of();

    SqlServerTemplatesTest() {
        server.answering(SqlServerBackupSql.isAdministrator(), YES)
                .answering(SqlServerBackupSql.canDelete(), YES)
                .answering(SqlServerBackupSql.folder(), ScriptedRow.of("folder", "/backups"))
                .answering("SELECT 1 FROM sys.dm_os_file_exists", YES)
                .answering("RESTORE HEADERONLY", ScriptedRow.of("BackupSetGUID", "A-1"));
    }

    @Test
    void oneOfAnEarlierRunIsFound() {
        history("/backups/palindrome_x.bak", "palindrome_x", noteOf(Lost.NOTHING));

        assertThat(templates.left(KEY)).isPresent();
    }

    @Test
    void whatIsNotNamedAsWeNameItIsNotTaken() {
        history("/backups/mine.bak", "palindrome_x", noteOf(Lost.NOTHING));
        assertThat(templates.left(KEY)).isEmpty();

        history("/backups/production.bak", "production", noteOf(Lost.NOTHING));
        assertThat(templates.left(KEY)).isEmpty();
    }

    /** A database that trusts its owner may read what the login may read: a note cannot ask for that. */
    @Test
    void noNoteMakesADatabaseTrustworthy() {
        history(
                "/backups/palindrome_x.bak",
                "palindrome_x",
                noteOf(Lost.NOTHING).replace("lost=", "lost=TRUSTWORTHY DB_CHAINING BROKER"));

        templates.left(KEY).orElseThrow().copy("test");

        assertThat(server.orders())
                .noneMatch(sql -> sql.contains("TRUSTWORTHY") || sql.contains("DB_CHAINING"))
                .anyMatch(sql -> sql.contains("NEW_BROKER"));
    }

    /** This JVM remembers by itself, and keeps the template to itself. */
    @Test
    void oneThatIsTrustworthyIsNotLeftForLaterRuns() {
        server.answering(SqlServerBackupSql.lostByRestoring("palindrome_x"), ScriptedRow.of("name", "TRUSTWORTHY"));

        String note = noteOf(Lost.AS_THE_SERVER_SAYS);

        assertThat(note).contains("acrossRuns=false; lost=").doesNotContain("TRUSTWORTHY");
        history("/backups/palindrome_x.bak", "palindrome_x", note);
        Template taken = templates.take(database(), KEY).orElseThrow();
        taken.copy("test");
        assertThat(server.orders()).anyMatch(sql -> sql.contains("SET TRUSTWORTHY ON"));
    }

    @Test
    void oneThatSomebodyHasWrittenOverIsNotRestored() {
        history("/backups/palindrome_x.bak", "palindrome_x", noteOf(Lost.NOTHING));
        server.answering("RESTORE HEADERONLY FROM DISK", ScriptedRow.of("BackupSetGUID", "B-2"));
        Template found = templates.left(KEY).orElseThrow();

        assertThatThrownBy(() -> found.copy("test"))
                .hasMessageContaining("could not be restored from /backups/palindrome_x.bak on SQL Server, scripted:"
                        + " somebody has written over it");
        found.discard();
        assertThat(server.orders())
                .noneMatch(sql -> sql.contains("RESTORE DATABASE") || sql.contains("xp_delete_file"));
    }

    /** RESTORE says why (3201), and then that it is terminating (3013), which is all that a CATCH would be told. */
    @Test
    void whyABackupCannotBeReadIsSaid() {
        history("/backups/palindrome_x.bak", "palindrome_x", noteOf(Lost.NOTHING));
        Template found = templates.left(KEY).orElseThrow();
        SQLException why = new SQLException(
                "Cannot open backup device '/backups/palindrome_x.bak'. Operating system error 5(Access is denied.).",
                "S0001",
                3201);
        why.setNextException(new SQLException("RESTORE HEADERONLY is terminating abnormally.", "S0001", 3013));
        server.refusing("RESTORE HEADERONLY FROM DISK", why);

        assertThatThrownBy(() -> found.copy("test"))
                .hasMessageEndingWith(
                        "could not be restored from /backups/palindrome_x.bak on SQL Server, scripted: Cannot"
                                + " open backup device '/backups/palindrome_x.bak'. Operating system error 5(Access is denied.)");
    }

    private enum Lost {
        NOTHING,
        AS_THE_SERVER_SAYS
    }

    /** As it is written on a backup of this key. */
    private String noteOf(Lost lost) {
        if (lost == Lost.NOTHING) {
            server.answering(SqlServerBackupSql.lostByRestoring("palindrome_x"));
        }
        templates.take(database(), KEY);
        List<String> orders = server.orders();
        return orders.stream()
                .filter(sql -> sql.contains("BACKUP DATABASE"))
                .findFirst()
                .orElseThrow()
                .replaceAll("(?s).*DESCRIPTION = N'([^']*)'.*", "$1");
    }

    private Database database() {
        return new SqlServerDatabase(engine, "palindrome_x");
    }

    /** The last answer is given again and again, and each of these is the last. */
    private void history(String path, String database, String note) {
        row = ScriptedRow.of(
                "physical_device_name",
                path,
                "database_name",
                database,
                "description",
                note,
                "backup_set_uuid",
                "A-1",
                "age",
                "60");
        server.answeringAnew(SqlServerBackupSql.backups(SqlServerBackupSql.TEMPLATE), () -> row);
    }
}
