package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.production.MaskRules;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is backed up as a team would back up theirs, and others begin with that. */
@RequiresSqlServer
class SqlServerBackupStartIT {

    @TempDir
    private Path folder;

    private TestDatabase production;
    private String file;

    @BeforeEach
    void migrateToVersionOne() throws IOException, SQLException {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50));");
        script("U1__users.sql", "DROP TABLE dbo.users;");
        production = builder().purpose("production").start();
        run(production, "INSERT INTO dbo.users VALUES (1, N'Ann'), (2, N'Bob'), (3, NULL)");
        run(production, "ALTER DATABASE CURRENT SET RECOVERY FULL");
        file = production.name() + "_start.bak";
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        script("U2__phone.sql", "ALTER TABLE dbo.users DROP COLUMN phone;");
        script("V3__no_names.sql", "UPDATE dbo.users SET name = NULL;");
        script("U3__no_names.sql", "PRINT 'nothing';");
    }

    @AfterEach
    void deleteBackup() throws SQLException {
        run(production, """
                DECLARE @file nvarchar(4000) =
                    CAST(SERVERPROPERTY(N'InstanceDefaultBackupPath') AS nvarchar(3000)) + N'/' + %s;
                IF @file IS NOT NULL EXEC master.sys.xp_delete_file 0, @file""".formatted(SqlLiteral.of(file)));
        production.close();
    }

    @Test
    void whatIsPendingRunsOnTopOfTheRowsAndGoesDownAndUpThere() throws SQLException {
        backUp("COPY_ONLY, INIT");

        try (TestDatabase database = builder().backup("server:" + file).start()) {
            assertThat(database.migrations().history())
                    .extracting(row -> row.migration().version())
                    .containsExactly("1", "2", "3");
            assertThat(texts(database, "SELECT CONCAT(id, name, phone) FROM dbo.users ORDER BY id"))
                    .containsExactly("1", "2", "3");
            assertThat(
                            texts(
                                    database,
                                    "SELECT CONCAT(recovery_model_desc, is_auto_close_on, user_access_desc, SUSER_SNAME(owner_sid)) FROM sys.databases WHERE name = DB_NAME()"))
                    .containsExactly("SIMPLE0MULTI_USER"
                            + texts(database, "SELECT SUSER_SNAME()").get(0));
            assertThat(database.verifyRoundTrips().roundTrips())
                    .extracting(trip -> trip.migration().version(), RoundTrip::verdict)
                    .containsExactly(
                            tuple("1", Verdict.EXCLUDED),
                            tuple("2", Verdict.REVERSIBLE),
                            tuple("3", Verdict.DATA_LOST));
        }
    }

    @Test
    void theLastFullBackupOfAFileIsTaken() throws SQLException {
        backUp("INIT");
        run(production, "UPDATE dbo.users SET name = N'Cleo' WHERE id = 1");
        backUp("NOINIT");
        run(production, "UPDATE dbo.users SET name = N'Dora' WHERE id = 1");
        backUp("NOINIT, DIFFERENTIAL");

        try (TestDatabase database =
                builder().target("2").backup("server:" + file).start()) {
            assertThat(texts(database, "SELECT name FROM dbo.users WHERE id = 1"))
                    .containsExactly("Cleo");
        }
    }

    @Test
    void aDifferentialBackupIsRefused() throws SQLException {
        run(production, "BACKUP DATABASE [%s] TO DISK = N'NUL'".formatted(production.name()));
        backUp("INIT, DIFFERENTIAL");

        assertThatThrownBy(() -> builder().backup("server:" + file).start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith(
                        "The backup server:%s holds no full backup but a differential backup.".formatted(file));
    }

    @Test
    void aDatabaseThatNobodyCouldChangeIsOpenedUp() throws SQLException {
        run(production, "ALTER DATABASE CURRENT SET READ_ONLY WITH ROLLBACK IMMEDIATE");
        try {
            backUp("COPY_ONLY, INIT");
        } finally {
            run(production, "ALTER DATABASE CURRENT SET READ_WRITE WITH ROLLBACK IMMEDIATE");
        }

        try (TestDatabase database = builder().backup("server:" + file).start()) {
            assertThat(texts(database, "SELECT name FROM dbo.users")).hasSize(3);
        }
    }

    @Test
    void aFileThatIsNotThereIsExplained() {
        assertThatThrownBy(() -> builder().backup("server:" + file).start())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("The server sees no such file.");
    }

    /** Of a container, where the file comes out of it and goes in again. */
    @Test
    void aFileOfThisMachineIsCopiedIntoTheContainer() throws SQLException {
        EngineRequest request = new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system());
        assumeTrue(((SqlServerEngine) Engines.select(request)).isContainer(), "no container of ours");
        Path note = production.keep(folder.resolve("kept"));
        Path backup = note.resolveSibling(production.name() + ".bak");

        try (TestDatabase database =
                builder().target("2").backup(backup.toString()).start()) {
            assertThat(texts(database, "SELECT name FROM dbo.users WHERE id = 2"))
                    .containsExactly("Bob");
        }
    }

    private void backUp(String options) throws SQLException {
        run(
                production,
                "BACKUP DATABASE [%s] TO DISK = %s WITH %s".formatted(production.name(), SqlLiteral.of(file), options));
    }

    /** The rows stay real until somebody looks, and before anything is cloned. */
    @Test
    void personalDataIsMaskedBeforeAnybodySeesIt() throws SQLException {
        backUp("COPY_ONLY, INIT");

        try (TestDatabase database = builder()
                .target("2")
                .backup("server:" + file)
                .mask(MaskRules.parse("users.name = first name"))
                .start()) {
            assertThat(texts(database, "SELECT name FROM dbo.users WHERE id IN (1, 2)"))
                    .doesNotContain("Ann", "Bob", "null");
            assertThat(texts(database, "SELECT name FROM dbo.users WHERE id = 3"))
                    .containsExactly("null");
        }
    }

    private TestDatabase.Builder builder() {
        return TestDatabase.builder()
                .engine(EngineKind.SQL_SERVER)
                .mask(MaskRules.parse("* like name = keep made up by this test"))
                .locations("filesystem:" + folder);
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SqlRunner.on(connection).run(sql);
        }
    }

    private static List<String> texts(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return SqlRunner.on(connection).query(query).list(row -> String.valueOf(row.getString(1)));
        }
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
