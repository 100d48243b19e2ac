package dev.palindrome;

import static dev.palindrome.reset.sqlserver.ScriptedTables.columnOf;
import static dev.palindrome.reset.sqlserver.ScriptedTables.object;
import static dev.palindrome.schema.read.CatalogueAnswers.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.production.MaskException;
import dev.palindrome.production.MaskRules;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whole conversations about databases that begin with a backup and are masked. */
class MaskedBackupTest {

    private static final DatabaseOptions FROM_BACKUP = new DatabaseOptions(
            Optional.empty(), Map.of(), new StartingPoint.Backup(new BackupLocation("server:/backup/prod.bak")));

    private final ScriptedServer server = new ScriptedServer()
            .answering(
                    "SELECT CAST(SERVERPROPERTY(N'ProductVersion')",
                    ScriptedRow.of(
                            "version",
                            "16.0.4085.2",
                            "database_version",
                            "957",
                            "data_path",
                            "/data/",
                            "log_path",
                            "/log",
                            "backup_path",
                            null,
                            "machine",
                            "db-host"))
            .answering(
                    "RESTORE HEADERONLY",
                    ScriptedRow.of(
                            "BackupName",
                            null,
                            "BackupType",
                            "1",
                            "Position",
                            1,
                            "DatabaseName",
                            "Sales",
                            "DatabaseVersion",
                            "904",
                            "SoftwareVersionMajor",
                            "15",
                            "SoftwareVersionMinor",
                            "0",
                            "SoftwareVersionBuild",
                            "4355",
                            "IsDamaged",
                            "0"))
            .answering("RESTORE FILELISTONLY", file("Sales", "D"), file("Sales_log", "L"))
            .answering("DECLARE @options int = @@OPTIONS", ScriptedRow.of("options", 5496))
            .answering("SELECT XACT_STATE()", ScriptedRow.of("state", -1))
            .answeringSchema(List.of(
                    List.of(object(1, "users")),
                    List.of(),
                    List.of(about("columns", columnOf("users", "email", "NVARCHAR(100)")))));

    /** Restored, and masked before it is handed to anybody. */
    @Test
    void fromRestoreToMasked() {
        Database made = masked("users.email = null").create("prod", FROM_BACKUP);

        assertThat(steps(made.name())).containsExactly("restored", "users changed");
    }

    @Test
    void whatIsFilledInComesAfterwards() {
        List<String> steps = new ArrayList<>();

        masked("users.email = null")
                .create("prod", FROM_BACKUP, Optional.empty(), database -> steps.addAll(steps(database.name())));

        assertThat(steps).containsExactly("restored", "users changed");
    }

    /** From the refusal without rules to what tests see, who come when the originals have been searched for. */
    @Test
    void theWholeWay() {
        assertThatThrownBy(() -> MaskedData.requireRules(
                        "server:/backup/prod.bak", MaskRules.parse(""), Settings.of(name -> Optional.empty())))
                .isInstanceOf(PalindromeException.class)
                .hasMessageStartingWith("The backup server:/backup/prod.bak is not restored: nobody says what becomes");
        assertThat(server.orders()).isEmpty();
        server.answering("SELECT MAX([id])", ScriptedRow.of("id", 1))
                .answering("SELECT [id], [p], [o]", ScriptedRow.of("id", 1, "p", null, "o", "ann@real.test"));

        masked("users.email = email").create("prod", FROM_BACKUP, Optional.empty(), MaskedBackupTest::testsBegin);

        assertThat(server.orders().stream().flatMap(sql -> milestone(sql).stream()))
                .containsExactly("looked at", "restored", "scanned", "learnt", "changed", "searched", "tests begin");
        assertThat(server.parameters().toString()).doesNotContain("ann@real.test");
    }

    private static void testsBegin(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            SqlRunner.on(connection).run("SELECT [email] FROM [dbo].[users] -- a test");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> milestone(String sql) {
        return Stream.of(
                        Map.entry("RESTORE FILELISTONLY", "looked at"),
                        Map.entry("RESTORE DATABASE", "restored"),
                        Map.entry("SELECT TOP (1000)", "scanned"),
                        Map.entry("CREATE TABLE #palindrome_mask_1", "learnt"),
                        Map.entry("UPDATE t SET [email]", "changed"),
                        Map.entry("SELECT [email] FROM [dbo].[users] -- a test", "tests begin"),
                        Map.entry("SELECT [email] FROM [dbo].[users]", "searched"))
                .filter(each -> sql.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Of what cannot be masked nothing stays. */
    @Test
    void whatCannotBeMaskedIsDropped() {
        assertThatThrownBy(() -> masked("users.email = \"{name}\"").create("prod", FROM_BACKUP))
                .isInstanceOf(MaskException.class)
                .hasMessageContaining(
                        "dbo.users.email has a pattern that names name, and its table has no such column");

        assertThat(server.orders()).anyMatch(sql -> sql.contains("DROP DATABASE"));
    }

    @Test
    void aServerThatRefusesIsNotQuoted() {
        server.refusing("UPDATE", new SQLException("duplicate key value is (ann@real.test)", "S0001", 2627));

        assertThatThrownBy(() -> masked("users.email = null").create("prod", FROM_BACKUP))
                .isInstanceOf(MaskException.class)
                .message()
                .doesNotContain("ann@real.test");
        assertThat(server.orders()).anyMatch(sql -> sql.contains("DROP DATABASE"));
    }

    private Databases masked(String rules) {
        return new MaskedData(MaskRules.parse(rules), Settings.of(name -> Optional.empty()))
                .on(Databases.on(TestEngine.on(server, new CountingDataSource())));
    }

    private List<String> steps(String database) {
        return server.orders().stream()
                .flatMap(sql -> Optional.of(sql)
                        .map(said -> said.startsWith("RESTORE DATABASE [" + database) ? "restored" : said)
                        .map(said -> said.startsWith("UPDATE t SET [email] = NULL\nFROM [dbo].[users] AS t")
                                ? "users changed"
                                : said)
                        .filter(said -> said.equals("restored") || said.equals("users changed"))
                        .stream())
                .toList();
    }

    private static ScriptedRow file(String name, String type) {
        return ScriptedRow.of("LogicalName", name, "PhysicalName", "D:\\Data\\" + name, "Type", type);
    }
}
