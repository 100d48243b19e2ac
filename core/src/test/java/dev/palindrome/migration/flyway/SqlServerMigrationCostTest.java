package dev.palindrome.migration.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CountingDataSource;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.Migrations;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What migrating a new database takes beside Flyway's own, counted on a server that answers what Flyway asks. */
class SqlServerMigrationCostTest {

    private static final String HISTORY = "flyway_schema_history";

    private final ScriptedServer server = new ScriptedServer();
    private final CountingDataSource counting = new CountingDataSource();
    private final Databases databases = Databases.on(TestEngine.on(server, counting));
    private final Database database = databases.create("cost", DatabaseOptions.DEFAULT);

    @TempDir
    private Path folder;

    @BeforeEach
    void threeMigrations() throws IOException {
        for (int i = 1; i <= 3; i++) {
            write("V" + i + "__t.sql", "CREATE TABLE dbo.t" + i + " (id INT NULL);");
        }
    }

    @BeforeEach
    void answerFlyway() {
        server.answering("SELECT SERVERPROPERTY('engineedition')", ScriptedRow.of("", 3))
                .answering("SELECT CAST(SERVERPROPERTY('Babelfish')", ScriptedRow.of("", null))
                .answering("SELECT CAST(SERVERPROPERTY('edition')", ScriptedRow.of("", "Developer Edition (64-bit)"))
                .answering("SELECT SERVERPROPERTY('servername')", ScriptedRow.of("", "scripted"))
                .answering("SELECT SCHEMA_NAME()", ScriptedRow.of("", "dbo"))
                .answering("SELECT DB_NAME()", ScriptedRow.of("", database.name()))
                .answering("SELECT SUSER_SNAME()", ScriptedRow.of("", "tester"))
                .answering("DECLARE @ANSI_NULLS", ScriptedRow.of("ANSI_NULLS", "ON"))
                .answering("SELECT count(*)", ScriptedRow.of("", 0))
                .answering("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SCHEMATA", ScriptedRow.of("", 1))
                .answeringAnew("SELECT CAST(CASE WHEN EXISTS", () -> ScriptedRow.of("", hasHistory() ? 1 : 0));
    }

    private boolean hasHistory() {
        return counting.batches().stream().anyMatch(sql -> sql.startsWith("CREATE TABLE") && sql.contains(HISTORY));
    }

    @Test
    void allTheWayUpIsFlywaysOwn() {
        int flyway = flyway("latest");

        assertThat(sent(Migrations::up)).isEqualTo(flyway);
        assertThat(tables()).containsExactly("t1", "t2", "t3");
    }

    /** Whether there is a history is all that is asked beside. */
    @Test
    void upToAVersionIsFlywaysOwnAndOneMore() {
        int flyway = flyway("2");

        assertThat(sent(migrations -> assertThat(migrations.upTo("2"))
                        .extracting(Migration::version)
                        .containsExactly("1", "2")))
                .isEqualTo(flyway + 1);
        assertThat(tables()).containsExactly("t1", "t2");
    }

    @Test
    void repeatableMigrationsComeWithTheNewestVersion() throws IOException {
        write("R__view.sql", "CREATE OR ALTER VIEW dbo.v AS SELECT 1 AS one;");

        assertThat(versions("2")).containsExactly("1", "2");
        counting.reset();
        assertThat(versions("3")).containsExactly("1", "2", "3", "R");
    }

    @Test
    void aBaselineScriptAboveTheVersionIsLeftOut() throws IOException {
        write("B2__t.sql", "CREATE TABLE dbo.b2 (id INT NULL);");
        write("B3__t.sql", "CREATE TABLE dbo.b3 (id INT NULL);");

        assertThat(versions("1")).containsExactly("1");
        counting.reset();
        assertThat(versions("2")).containsExactly("2");
        assertThat(tables()).containsExactly("b2");
    }

    private List<String> versions(String target) {
        return migrations().upTo(target).stream().map(Migration::version).toList();
    }

    private List<String> tables() {
        return counting.batches().stream()
                .filter(sql -> sql.startsWith("CREATE TABLE dbo."))
                .map(sql -> sql.replaceAll("CREATE TABLE dbo\\.(\\w+) .*", "$1"))
                .toList();
    }

    private int sent(Consumer<Migrations> work) {
        counting.reset();
        work.accept(migrations());
        return counting.batches().size();
    }

    private Migrations migrations() {
        return ObservedMigrations.of(
                database, databases, new MigrationSettings(List.of("filesystem:" + folder), Map.of()));
    }

    private int flyway(String target) {
        counting.reset();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .target(target)
                .load()
                .migrate();
        return counting.batches().size();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
