package dev.palindrome.migration.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CountingDataSource;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.StatementListener;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import dev.palindrome.sql.SqlRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks at the database between two migrations does so on the session that the scripts run on. */
class ScriptsOnOurSessionTest {

    private static final String QUESTION = "SELECT @@OPTIONS AS session_options";

    private static final int OF_THE_ENGINE = 1;

    private final ScriptedServer server = new ScriptedServer();
    private final CountingDataSource counting = new CountingDataSource();
    private final Databases databases = Databases.on(TestEngine.on(server, counting));
    private final Database database = databases.create("session", DatabaseOptions.DEFAULT);

    @TempDir
    private Path folder;

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
        return counting.batches().stream()
                .anyMatch(sql -> sql.startsWith("CREATE TABLE") && sql.contains("flyway_schema_history"));
    }

    @Test
    void itIsAsItBeganWhileWeLookAndAsTheScriptHasLeftItForTheNext() throws IOException {
        write("V1__t.sql", "SET DATEFORMAT dmy;");
        write("V2__u.sql", "CREATE TABLE dbo.u (id INT NULL);");
        server.answering(QUESTION, session("mdy", "tester")).answering(QUESTION, session("dmy", "tester"));

        assertThat(lookAt())
                .containsExactly(
                        QUESTION,
                        "before 1",
                        "SET DATEFORMAT dmy",
                        QUESTION,
                        "SET DATEFORMAT mdy",
                        "behind 1",
                        "SET DATEFORMAT dmy",
                        "SET DATEFORMAT mdy",
                        "before 2",
                        "SET DATEFORMAT dmy",
                        "CREATE TABLE dbo.u (id INT NULL)",
                        QUESTION,
                        "SET DATEFORMAT mdy",
                        "behind 2",
                        "SET DATEFORMAT dmy");
    }

    /** With it on, every row that is generated for the table would be refused (error 545). */
    @Test
    void rowsGetTheirIdentitiesWhereAScriptHasLeftIdentityInsertOn() throws IOException {
        write("V1__t.sql", "SET IDENTITY_INSERT dbo.${t} ON;");
        write("V2__u.sql", "SET IDENTITY_INSERT dbo.t OFF;");
        server.answering(QUESTION, session("mdy", "tester"));

        assertThat(lookAt())
                .containsExactly(
                        QUESTION,
                        "before 1",
                        "SET IDENTITY_INSERT dbo.t ON",
                        QUESTION,
                        "IF OBJECT_ID(N'dbo.t') IS NOT NULL SET IDENTITY_INSERT dbo.t OFF",
                        "behind 1",
                        "IF OBJECT_ID(N'dbo.t') IS NOT NULL SET IDENTITY_INSERT dbo.t ON",
                        "IF OBJECT_ID(N'dbo.t') IS NOT NULL SET IDENTITY_INSERT dbo.t OFF",
                        "before 2",
                        "IF OBJECT_ID(N'dbo.t') IS NOT NULL SET IDENTITY_INSERT dbo.t ON",
                        "SET IDENTITY_INSERT dbo.t OFF",
                        QUESTION,
                        "behind 2");
    }

    @Test
    void whereNoScriptSetsAnythingNothingIsAsked() throws IOException {
        write("V1__t.sql", "SET NOCOUNT ON; SET IDENTITY_INSERT dbo.t ON; SET IDENTITY_INSERT dbo.t OFF;");
        write("V2__u.sql", "CREATE TABLE dbo.u (id INT NULL);");

        assertThat(lookAt())
                .containsExactly(
                        "before 1",
                        "SET NOCOUNT ON; SET IDENTITY_INSERT dbo.t ON; SET IDENTITY_INSERT dbo.t OFF",
                        "behind 1",
                        "before 2",
                        "CREATE TABLE dbo.u (id INT NULL)",
                        "behind 2");
    }

    @Test
    void aScriptThatStaysSomebodyElseEndsTheRun() throws IOException {
        write("V1__t.sql", "EXECUTE AS USER = 'reader';");
        server.answering(QUESTION, session("mdy", "tester")).answering(QUESTION, session("mdy", "reader"));

        assertThatThrownBy(this::lookAt)
                .hasMessage(
                        "The round trip broke off: looking at the database after V1 t [V1__t.sql] failed: a script has left"
                                + " its session running as reader, which began as tester. End it with REVERT: what comes next would"
                                + " run with the rights of somebody else");
    }

    /** SQL Server would refuse to make it new, and the next who takes it would be told. */
    @Test
    void aSessionThatStaysSomebodyElseIsNotUsedAgain() throws IOException {
        write("V1__t.sql", "EXECUTE AS USER = 'reader';");

        migrations().up();

        assertThat(server.openSessions()).isEqualTo(OF_THE_ENGINE);
    }

    @Test
    void anyOtherIsUsedAgain() throws IOException {
        write("V1__t.sql", "CREATE TABLE dbo.t (id INT NULL);");

        migrations().up();

        assertThat(server.openSessions()).isEqualTo(OF_THE_ENGINE + 1);
    }

    /** What is no text in its encoding is for whoever runs it. */
    @Test
    void anUndoThatCannotBeReadStopsNoMigrating() throws IOException {
        write("V1__t.sql", "CREATE TABLE dbo.t (id INT NULL);");
        Files.write(folder.resolve("U1__t.sql"), new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff});

        assertThat(migrations().up()).hasSize(1);
    }

    /** What Flyway asks the driver for is all that is known; nothing else is sent. */
    @Test
    void whoListensHearsHowManyRowsEachBatchHasChanged() throws IOException {
        write(
                "V1__t.sql",
                "SET NOCOUNT ON;\nGO\nUPDATE dbo.t SET a = 1\nWHERE a = 2;\nGO\n-- ours\nDELETE dbo.t WHERE a = 3;");
        server.counting("UPDATE dbo.t", 4).counting("-- ours", 0);
        List<String> heard = new ArrayList<>();
        ObservedMigrations migrations =
                migrations((script, first, last, rows) -> heard.add(script + " " + first + "-" + last + ": " + rows));

        migrations.up();

        assertThat(heard).containsExactly("V1__t.sql 3-4: 4", "V1__t.sql 6-7: 0");
    }

    private List<String> lookAt() {
        counting.reset();
        ObservedMigrations migrations = migrations();
        migrations.up(migrations.all(), new MigrationObserver() {
            @Override
            public void before(Migration migration, Connection connection) throws SQLException {
                SqlRunner.on(connection).run("before " + migration.version());
            }

            @Override
            public void after(Migration migration, Connection connection) throws SQLException {
                SqlRunner.on(connection).run("behind " + migration.version());
            }
        });
        return counting.batches().stream()
                .filter(
                        sql -> sql.matches(
                                "(?s)(before|behind) .|SET NOCOUNT.*|(IF OBJECT_ID.*)?SET (DATEFORMAT|IDENTITY_INSERT).*|CREATE TABLE dbo.*|SELECT @@OPTIONS.*"))
                .map(sql -> sql.startsWith(QUESTION) ? QUESTION : sql.replaceAll(";$", ""))
                .toList();
    }

    private ObservedMigrations migrations() {
        return migrations(StatementListener.NONE);
    }

    private ObservedMigrations migrations(StatementListener listener) {
        return ObservedMigrations.alone(
                database,
                databases,
                new MigrationSettings(List.of("filesystem:" + folder), Map.of("placeholders.t", "t")),
                listener);
    }

    private static ScriptedRow session(String dateFormat, String login) {
        return ScriptedRow.of(
                "session_options", 5498,
                "language", "us_english",
                "date_format", dateFormat,
                "date_first", 7,
                "lock_timeout", -1,
                "text_size", 2147483647,
                "isolation", 2,
                "database_name", "mine",
                "login", login);
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
