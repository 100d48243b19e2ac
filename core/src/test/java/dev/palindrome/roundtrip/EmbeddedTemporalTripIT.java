package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations that make tables temporal, and their undo. */
class EmbeddedTemporalTripIT extends MigrationsInFolder {

    private static final String UNPROVEN = "No rows were generated for the history dbo.orders_before, to which only the"
            + " server adds any. Nothing is proven about its rows.";

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // The embedded engine has what this is about.
    }

    @Test
    void whatIsTakenBackIsReversible() {
        up(1, "CREATE TABLE dbo.users (id INT IDENTITY NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL)");
        down(1, "DROP TABLE dbo.users");
        up(2, """
                ALTER TABLE dbo.users ADD
                    since DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL CONSTRAINT df_a DEFAULT SYSUTCDATETIME(),
                    until DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL CONSTRAINT df_b DEFAULT '9999-12-31 23:59:59.9999999',
                    PERIOD FOR SYSTEM_TIME (since, until);
                ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.users_history));
                """);
        down(2, """
                ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = OFF);
                DROP TABLE dbo.users_history;
                ALTER TABLE dbo.users DROP PERIOD FOR SYSTEM_TIME;
                ALTER TABLE dbo.users DROP CONSTRAINT df_a, df_b;
                ALTER TABLE dbo.users DROP COLUMN since, until;
                """);
        up(3, "ALTER TABLE dbo.users ADD mail NVARCHAR(50) NULL");
        down(3, "ALTER TABLE dbo.users DROP COLUMN mail");
        up(4, """
                CREATE TABLE dbo.orders (id INT NOT NULL PRIMARY KEY, note NVARCHAR(20) NULL,
                    a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before));
                """);
        down(4, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF); DROP TABLE dbo.orders, dbo.orders_before;");
        up(5, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF)");
        down(5, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before))");

        assertThat(verdicts()).containsOnly(Verdict.REVERSIBLE);
    }

    @Test
    void theDraftOfWhatDropsAPeriodBringsTheDefaultsOfItsColumnsBack() {
        up(1, """
                CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY,
                    since DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL CONSTRAINT df_a DEFAULT SYSUTCDATETIME(),
                    until DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL DEFAULT '9999-12-31T23:59:59.9999999',
                    PERIOD FOR SYSTEM_TIME (since, until));
                """);
        down(1, "DROP TABLE dbo.users");
        up(2, """
                ALTER TABLE dbo.users DROP PERIOD FOR SYSTEM_TIME;
                ALTER TABLE dbo.users DROP CONSTRAINT df_a;
                DECLARE @name SYSNAME = (SELECT TOP 1 name FROM sys.default_constraints);
                EXEC ('ALTER TABLE dbo.users DROP CONSTRAINT [' + @name + ']');
                ALTER TABLE dbo.users DROP COLUMN since, until;
                """);

        assertThat(verify().roundTrips().get(1).undoDraft())
                .hasValueSatisfying(draft ->
                        assertThat(draft.restoresSchema()).as(draft.toString()).isTrue());
    }

    @Test
    void anUndoThatForgetsVersioningIsFoundAndItsDraftTakesItBack() {
        up(1, """
                CREATE TABLE dbo.orders (id INT NOT NULL PRIMARY KEY, note NVARCHAR(20) NULL,
                    a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (a, b));
                """);
        down(1, "DROP TABLE dbo.orders");
        up(2, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before))");
        down(2, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF)");

        assertThat(trip(1).verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip(2).schemaDiff().toString()).contains("unexpected table dbo.orders_before");
        assertThat(trip(2).undoDraft().orElseThrow().sql()).contains("DROP TABLE [dbo].[orders_before]");
    }

    @Test
    void aDroppedColumnOfATemporalTableIsLost() {
        up(1, """
                CREATE TABLE dbo.orders (id INT NOT NULL PRIMARY KEY, note NVARCHAR(20) NULL,
                    a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before));
                """);
        down(1, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF); DROP TABLE dbo.orders, dbo.orders_before;");
        up(2, "ALTER TABLE dbo.orders DROP COLUMN note");
        down(2, "ALTER TABLE dbo.orders ADD note NVARCHAR(20) NULL");

        assertThat(trip(2).verdict()).isNotEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void aHistoryThatIsEmptiedOrDroppedIsNotedAsOneThatHeldNoRows() {
        orders();
        up(2, """
                ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF);
                TRUNCATE TABLE dbo.orders_before;
                ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before));
                """);
        down(2, "PRINT 'x'");
        up(3, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF); DROP TABLE dbo.orders_before;");
        down(3, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before))");

        assertThat(verdicts()).containsOnly(Verdict.REVERSIBLE);
        assertThat(trip(1).notes()).isEmpty();
        assertThat(List.of(trip(2).notes(), trip(3).notes())).containsOnly(List.of(UNPROVEN));
    }

    @Test
    void aHistoryThatIsKeptNoLongerIsNotedAsOneToo() {
        orders();
        up(2, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF)");
        down(2, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before))");
        up(3, "ALTER TABLE dbo.orders_before ADD z INT NOT NULL");
        down(3, "ALTER TABLE dbo.orders_before DROP COLUMN z");
        up(4, "TRUNCATE TABLE dbo.orders_before");
        down(4, "PRINT 'x'");
        up(5, "ALTER TABLE dbo.orders ADD more INT NULL");
        down(5, "ALTER TABLE dbo.orders DROP COLUMN more");

        assertThat(verdicts()).containsOnly(Verdict.REVERSIBLE);
        assertThat(List.of(trip(2).notes(), trip(4).notes())).containsOnly(List.of(UNPROVEN));
        assertThat(trip(3).notes())
                .containsExactly(UNPROVEN, "dbo.orders_before.z could not be filled: the table holds no rows");
        assertThat(trip(5).notes()).isEmpty();
    }

    @Test
    void aHistoryThatChangesWithItsTableIsNotedAndOneThatOnlyTakesRowsIsNot() {
        orders();
        up(2, "ALTER TABLE dbo.orders ADD more INT NULL");
        down(2, "ALTER TABLE dbo.orders DROP COLUMN more");
        up(3, "INSERT INTO dbo.orders (id) VALUES (4711)");
        down(3, "DELETE FROM dbo.orders WHERE id = 4711");

        assertThat(trip(2).notes()).containsExactly(UNPROVEN);
        assertThat(trip(3).notes()).doesNotContain(UNPROVEN);
    }

    @Test
    void aHistoryWithoutANameIsNotedByItsTable() {
        up(1, """
                CREATE TABLE dbo.orders (id INT NOT NULL PRIMARY KEY,
                    a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON);
                """);
        down(1, "-- palindrome: irreversible the history has another name in each database");
        up(2, "ALTER TABLE dbo.orders ADD more INT NULL");
        down(2, "ALTER TABLE dbo.orders DROP COLUMN more");

        assertThat(trip(2).notes()).containsExactly(UNPROVEN.replace("dbo.orders_before", "of dbo.orders"));
    }

    private void orders() {
        up(1, """
                CREATE TABLE dbo.orders (id INT NOT NULL PRIMARY KEY, note NVARCHAR(20) NULL,
                    a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.orders_before));
                """);
        down(1, "ALTER TABLE dbo.orders SET (SYSTEM_VERSIONING = OFF); DROP TABLE dbo.orders, dbo.orders_before;");
    }
}
