package dev.palindrome.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.contentOf;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import java.sql.SQLException;
import org.assertj.core.util.Throwables;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.command.DbMigrate;
import org.junit.jupiter.api.Test;

class EmbeddedMigrationsIT extends MigrationsTestCase {

    private static final String NO_BACKUPS =
            "%s__first.sql, line 1: \"BACKUP DATABASE shop TO DISK = '…'\" needs SQL Server (BACKUP)."
                    + " Run with palindrome.engine=sqlserver.";

    private static final String STOP_BELOW = " Or stop below it: @MigratedDatabase(target = \"2\").";

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // What the embedded engine cannot take, it shall not pretend to be skipped for.
    }

    @Test
    void aCallbackThatItCannotTakeStopsTheWayUpBeforeItStarts() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        script("afterMigrate.sql", "-- daily\nBACKUP DATABASE shop TO DISK = 'shop.bak';");
        Migrations migrations = migrations();

        assertThatThrownBy(migrations::up)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("afterMigrate.sql")
                .hasMessageContaining("needs SQL Server");
        assertThat(migrations.current()).isEmpty();
    }

    @Test
    void aTypeThatThereIsNotIsNamedWithItsStatementBeforeTheScriptBegins() {
        script("V1__invoices.sql", "CREATE TABLE dbo.invoices (id INT NOT NULL PRIMARY KEY);");
        script(
                "V2__dates.sql",
                "ALTER TABLE dbo.invoices ADD y INT NULL;\nGO\n\nALTER TABLE dbo.invoices\n ADD z INT NULL,\n w DATETIM2 NULL;");

        MigrationException failure = catchThrowableOfType(
                MigrationException.class, () -> migrations().up());

        assertThat(failure.line()).hasValue(4);
        assertThat(failure)
                .hasMessageContaining("Cannot find data type DATETIM2 (is DATETIME meant?) on line 6")
                .hasMessageContaining("\nStatement: ALTER TABLE dbo.invoices\n")
                .hasMessageEndingWith("\nNothing of the script has run.");
    }

    @Test
    void aProcedureWhoseRowsDoNotFitIsNamedWhereItIsCalled() {
        script(
                "V1__rows.sql",
                "CREATE TABLE dbo.t (a INT, b INT);\nGO\nCREATE PROCEDURE dbo.p AS\nSELECT 1;\nGO\n\nINSERT INTO dbo.t (a, b) EXEC dbo.p;");

        MigrationException failure = catchThrowableOfType(
                MigrationException.class, () -> migrations().up());

        assertThat(failure.line()).hasValue(7);
        assertThat(failure)
                .hasMessageContaining("213")
                .hasMessageContaining("\nStatement: INSERT INTO dbo.t (a, b) EXEC dbo.p");
    }

    @Test
    void aMigrationThatItCannotTakeSaysAtWhichVersionToStop() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        script("V2__names.sql", "ALTER TABLE dbo.users ADD name NVARCHAR(20) NULL;");
        script("V2.1__first.sql", "BACKUP DATABASE shop TO DISK = 'shop.bak';");

        assertThatThrownBy(() -> migrations().up()).hasMessage(NO_BACKUPS.formatted("V2.1") + STOP_BELOW);
        assertThatThrownBy(() -> migrations().up()).hasMessage(NO_BACKUPS.formatted("V2.1") + STOP_BELOW);
        script("V2.1__first.sql", "CREATE TABL dbo.towns (id INT);");
        assertThatThrownBy(() -> migrations().up()).hasMessageNotContaining("target");
    }

    @Test
    void aFailureInABatchWithVariablesShowsTheStepAndNotTheBatch() {
        script("V1__loop.sql", """
                CREATE TABLE dbo.t (id INT PRIMARY KEY)
                GO
                DECLARE @i INT = 0
                WHILE @i < 5
                BEGIN
                  INSERT dbo.t (id) VALUES (@i % 3)
                  SET @i += 1
                END""");

        Throwable failure = catchThrowable(() -> migrations().up());

        assertThat(failure).hasMessageContaining("V1__loop.sql, line 6").hasMessageContaining("INSERT dbo.t (id)");
        assertThat(failure).hasStackTraceContaining("23505").hasCauseInstanceOf(SQLException.class);
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("run_flow");
    }

    @Test
    void whatIsRefusedWhereItRunsSaysItsPlaceOnce() {
        script("V1__late.sql", "DECLARE @sql NVARCHAR(MAX) = N'SELECT @a'\nEXEC sp_executesql @sql, N'@b INT', 1");

        assertThatThrownBy(() -> migrations().up())
                .hasMessageStartingWith(
                        "Migration V1 late [V1__late.sql] failed (V1__late.sql, line 2): \"SELECT @a\" is"
                                + " refused by SQL Server (error 137: the variable @a is not declared");
    }

    @Test
    void belowTheFirstMigrationThereIsNothingToStopAt() {
        script("V1__first.sql", "BACKUP DATABASE shop TO DISK = 'shop.bak';");

        assertThatThrownBy(() -> migrations().up()).hasMessage(NO_BACKUPS.formatted("V1"));
    }

    @Test
    void whatSqlServerCannotReadIsRefusedBeforeTheScriptBegins() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);\nINSERT INTO dbo.users VALUES;");

        assertThatThrownBy(() -> migrations().up())
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "V1__users.sql, line 2: \"INSERT INTO dbo.users VALUES\" is refused by SQL Server (error 102:"
                                + " incorrect syntax near its end). Correct it.");
    }

    /** Flyway reads and locks its history once for all of them then. */
    @Test
    void migrationsGoUpAsOneGroupWhereNobodyCanTell() {
        assumeThat(contentOf(Flyway.class.getResource("internal/version.txt")))
                .as("Flyway 10 does not say so in its log")
                .doesNotStartWith("10.");
        threeMigrations();
        assertThat(groups()).isPositive();
        script("afterEachMigrate.sql", "SELECT 1;");
        assertThat(groups()).isZero();
    }

    @Test
    void whoReadsTheHistoryOrSetsGroupCanTell() {
        threeMigrations();
        flyway.put("group", "false");
        assertThat(groups()).isZero();
        flyway.remove("group");
        script("V4__history.sql", "SELECT COUNT(*) FROM ${flyway:table};");
        assertThat(groups()).isZero();
    }

    private long groups() {
        try (CapturedLog log = new CapturedLog(DbMigrate.class)) {
            migrations().up();
            return log.lines().stream()
                    .filter(line -> line.contains("'group' parameter"))
                    .count();
        }
    }

    @Test
    void callbacksOfOtherCommandsDoNotMatter() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        script("beforeClean.sql", "BACKUP DATABASE shop TO DISK = 'shop.bak';");

        assertThat(migrations().up()).hasSize(1);
    }

    /** On SQL Server, Flyway itself cannot make such a table. */
    @Test
    void historyTablesMayHaveOddNames() {
        flyway.put("table", "odd]name");
        threeMigrations();
        Migrations migrations = migrations();

        migrations.up();
        migrations.down();
        assertThat(migrations.current()).map(Migration::version).contains("2");
        assertThat(migrations.historyTable()).isEqualTo("dbo.odd]name");
    }
}
