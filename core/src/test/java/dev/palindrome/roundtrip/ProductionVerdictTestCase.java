package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.seed.RandomSeed;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts that a production database would give; a class for each engine says where databases come from. */
abstract class ProductionVerdictTestCase extends MigrationsInFolder {

    /** Fewer rows are tried where the error says what it is. */
    private static final String OVERFLOW_WHERE_ROUNDED = """
            BEGIN TRY
                EXEC (N'DECLARE @probe DECIMAL(9, 3) = 999999.999; SET @probe = ROUND(@probe, 1)');
            END TRY
            BEGIN CATCH
                IF ERROR_NUMBER() <> 8115 THROW;
            END CATCH""";

    private static final String USERS = """
            CREATE TABLE dbo.users (
                id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                name NVARCHAR(50) NOT NULL,
                note NVARCHAR(20) NULL
            );
            """;

    @Test
    void anUndoThatRanIsNotCalledFailedWhereTheSchemaCannotBePutRight() {
        users();
        up(2, "DROP TABLE dbo.users;");
        down(2, """
                CREATE TABLE dbo.users (id INT NOT NULL, name NVARCHAR(50) NOT NULL, note NVARCHAR(20) NULL);
                INSERT INTO dbo.users (id, name) VALUES (1, N'a'), (1, N'b');
                """);

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff().toString()).contains("pk_users");
    }

    @Test
    void aSecondWayUpThatRanIsNotCalledFailedWhereTheSchemaCannotBePutRight() {
        users();
        up(2, """
                CREATE TABLE dbo.twice (n INT NOT NULL);
                INSERT INTO dbo.twice (n) VALUES (1);
                GO
                INSERT INTO dbo.twice (n) SELECT 1 FROM dbo.users WHERE id = -77;
                GO
                IF NOT EXISTS (SELECT 1 FROM dbo.users WHERE id = -77)
                    CREATE UNIQUE INDEX ux_twice ON dbo.twice (n);
                """);
        down(2, "DROP TABLE dbo.twice;\nINSERT INTO dbo.users (id, name) VALUES (-77, N'undone');");

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.REDO_DIFFERS);
    }

    @Test
    void aDeclarationIsNotCalledUntrueWhereRowsCouldNotBeCompared() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN note;");
        down(2, "-- palindrome: loses dbo.users.note nobody reads it\nALTER TABLE dbo.users ADD note INT NULL;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.notes()).isEmpty();
    }

    @Test
    void aDeclarationIsNotCalledUntrueOfATableThatHeldNoRows() {
        up(
                1,
                "CREATE TABLE dbo.parents (id INT NOT NULL CONSTRAINT pk_parents PRIMARY KEY CHECK (id <> id));"
                        + "\nCREATE TABLE dbo.children (id INT NOT NULL CONSTRAINT pk_children PRIMARY KEY, note NVARCHAR(20),"
                        + " parent INT NOT NULL CONSTRAINT fk_parent REFERENCES dbo.parents (id));");
        down(1, "DROP TABLE dbo.children;\nDROP TABLE dbo.parents;");
        up(2, "ALTER TABLE dbo.children DROP COLUMN note;");
        down(
                2,
                "-- palindrome: loses dbo.children.note nobody reads it\nALTER TABLE dbo.children ADD note NVARCHAR(20);");

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
    }

    @Test
    void dataLostDoesNotListDifferencesThatAreTolerated() {
        requires(NAMED_DEFAULT);
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN name;");
        down(
                2,
                "ALTER TABLE dbo.users ADD name NVARCHAR(50) NOT NULL CONSTRAINT df DEFAULT N'';\nGO\n"
                        + "ALTER TABLE dbo.users DROP CONSTRAINT df;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip.schemaDiff().isEmpty()).isTrue();
    }

    @Test
    void aBaselineScriptMakesNoMigrationBelowItFail() {
        users();
        script("B2__base.sql", USERS + "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "CREATE TABLE dbo.tags (id INT NOT NULL);");
        down(
                3,
                "DROP TABLE dbo.tags;\nDROP TABLE dbo.users;\nCREATE TABLE dbo.users (id INT NOT NULL);\n"
                        + "INSERT INTO dbo.users (id) VALUES (1), (1);");

        assertThat(verdicts()).doesNotContain(Verdict.MIGRATION_FAILED).endsWith(Verdict.NOT_RESTORED);
    }

    @Test
    void whatRefusesARoundTripLeavesNoDatabaseBehind() {
        users();
        List<Database> open = new ArrayList<>();

        assertThatThrownBy(() -> RoundTripVerification.verify(
                        tracking(open),
                        DatabaseOptions.DEFAULT,
                        new MigrationSettings(List.of("filesystem:" + folder), Map.of()),
                        new RoundTripSettings(
                                Optional.empty(), Optional.of("0.5"), Map.of(), false, RandomSeed.DEFAULT)))
                .isInstanceOf(PalindromeException.class);
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note = UPPER(note)",
                "note = LTRIM(RTRIM(note))",
                "note = LEFT(note, 12)",
                "note = NULLIF(note, N'')",
                "note = ISNULL(note, N'')",
                "note = REPLACE(note, N'\"', N'')",
                "total = NULL WHERE total = 0",
                "total = 0 WHERE total IS NULL",
                "total = ABS(total)",
                "total = total % 1000",
                "price = ROUND(price, 1)",
                "happened = CAST(happened AS DATE)"
            })
    void whatIsChangedForGoodIsLost(String change) {
        if (change.contains("ROUND")) {
            requires(OVERFLOW_WHERE_ROUNDED);
        }
        up(1, """
                CREATE TABLE dbo.entries (
                    id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_entries PRIMARY KEY,
                    note NVARCHAR(60) NULL,
                    total INT NULL,
                    price DECIMAL(9, 3) NULL,
                    happened DATETIME2(3) NULL
                );
                """);
        down(1, "DROP TABLE dbo.entries;");
        up(2, "UPDATE dbo.entries SET " + change + ";");
        down(2, "PRINT 'as good as before';");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void rowsThatWereTheSameButForTheirKeyAreLostWhereTheyAreMadeOne() {
        users();
        up(
                2,
                "DELETE FROM dbo.users WHERE EXISTS (SELECT 1 FROM dbo.users other"
                        + " WHERE other.name = dbo.users.name AND other.id < dbo.users.id);");
        down(2, "PRINT 'they were the same';");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void digitsThatAnotherTypeDoesNotHoldAreLost() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        up(1, "CREATE TABLE dbo.sizes (id INT NOT NULL CONSTRAINT pk_sizes PRIMARY KEY, size FLOAT NULL);");
        down(1, "DROP TABLE dbo.sizes;");
        up(2, "ALTER TABLE dbo.sizes ALTER COLUMN size REAL NULL;");
        down(2, "ALTER TABLE dbo.sizes ALTER COLUMN size FLOAT NULL;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void rowsThatAMigrationRefusesAreLeftOutAndNoted() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        users();
        up(2, "ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(30) NOT NULL;");
        down(2, "ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(50) NOT NULL;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips).extracting(RoundTrip::verdict).containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE);
        assertThat(trips.get(0).notes()).isEmpty();
        assertThat(trips.get(1).notes())
                .singleElement()
                .asString()
                .startsWith(
                        "Of 9 generated rows in dbo.users, 1 was left out, because a value is too long for its column (error ")
                .endsWith("): a row of the longest texts and greatest values.");
    }

    @Test
    void rowsThatALaterMigrationRefusesProveSomethingBelowIt() {
        users();
        up(2, "UPDATE dbo.users SET name = LEFT(name, 40) WHERE note IS NOT NULL;");
        down(2, "PRINT 'who needs the rest';");
        up(3, "ALTER TABLE dbo.users ADD CONSTRAINT ck_name CHECK (LEN(name) < 40);");
        down(3, "ALTER TABLE dbo.users DROP CONSTRAINT ck_name;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST, Verdict.REVERSIBLE);
    }

    @Test
    void rowsThatAnUndoRefusesAreLeftOutAndNoted() {
        users();
        up(2, """
                ALTER TABLE dbo.users ADD display NVARCHAR(80) NULL;
                """);
        down(
                2,
                "UPDATE dbo.users SET note = display WHERE display IS NOT NULL AND 1 = 0;\n"
                        + "ALTER TABLE dbo.users ADD copy NVARCHAR(30) NULL;\nGO\n"
                        + "UPDATE dbo.users SET copy = display;\n"
                        + "ALTER TABLE dbo.users DROP COLUMN copy;\nALTER TABLE dbo.users DROP COLUMN display;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip.notes())
                .filteredOn(note -> note.startsWith("On the way back"))
                .singleElement()
                .asString()
                .startsWith("On the way back: Of 10 generated rows in dbo.users, 1 was left out, because a value is"
                        + " too long for its column (error ");
    }

    /** Databases of which each one stands in a list for as long as it is open. */
    private Databases tracking(List<Database> open) {
        Databases real = databases();
        return (Databases) Proxy.newProxyInstance(
                Databases.class.getClassLoader(), new Class<?>[] {Databases.class}, (proxy, method, arguments) -> {
                    Database made = (Database) method.invoke(real, arguments);
                    Database tracked = (Database) Proxy.newProxyInstance(
                            Database.class.getClassLoader(), new Class<?>[] {Database.class}, (self, call, given) -> {
                                if (call.getName().equals("close")) {
                                    open.removeIf(database -> database.name().equals(made.name()));
                                }
                                return call.invoke(made, given);
                            });
                    open.add(made);
                    return tracked;
                });
    }

    private void users() {
        script("V1__users.sql", USERS);
        script("U1__users.sql", "DROP TABLE dbo.users;");
    }
}
