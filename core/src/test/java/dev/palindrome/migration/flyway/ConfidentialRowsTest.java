package dev.palindrome.migration.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.CountingDataSource;
import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that fails on a row, as SQL Server tells it. */
class ConfidentialRowsTest {

    private final ScriptedServer server = new ScriptedServer();
    private final CountingDataSource counting = new CountingDataSource();
    private final Databases databases = Databases.on(TestEngine.on(server, counting));
    private final Database database = databases.create("rows", DatabaseOptions.DEFAULT);

    @TempDir
    private Path folder;

    @BeforeEach
    void failOnARow() throws IOException {
        Files.writeString(folder.resolve("V1__unique.sql"), "ALTER TABLE dbo.users ADD CONSTRAINT uq UNIQUE (email);");
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
                .answeringAnew("SELECT CAST(CASE WHEN EXISTS", () -> ScriptedRow.of("", hasHistory() ? 1 : 0))
                .refusing(
                        "ALTER TABLE dbo.users",
                        new SQLException(
                                "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object"
                                        + " name 'dbo.users' and the index name 'uq'. The duplicate key value is (ann@x.com).",
                                "S0001",
                                1505));
    }

    private boolean hasHistory() {
        return counting.batches().stream()
                .anyMatch(sql -> sql.startsWith("CREATE TABLE") && sql.contains("flyway_schema_history"));
    }

    @Test
    void ofABackupTheyAreNotQuotedAnywhere() {
        MigrationException failure = failure(new StartingPoint.Backup(new BackupLocation("server:/backup/prod.bak")));

        assertThat(failure)
                .hasMessageContaining("V1__unique.sql")
                .hasMessageContaining(
                        "a duplicate key was found for the object name 'dbo.users' and the index name 'uq'. The"
                                + " duplicate key value is … (the value is left out)");
        assertThat(whole(failure)).doesNotContain("ann@x.com");
    }

    @Test
    void oneOwnAre() {
        assertThat(failure(StartingPoint.NOTHING)).hasMessageContaining("The duplicate key value is (ann@x.com).");
    }

    private MigrationException failure(StartingPoint start) {
        MigrationSettings settings =
                new MigrationSettings(List.of("filesystem:" + folder), Map.of(), start, Optional.empty());
        return (MigrationException) catchThrowable(
                () -> ObservedMigrations.of(database, databases, settings).up());
    }

    private static String whole(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
