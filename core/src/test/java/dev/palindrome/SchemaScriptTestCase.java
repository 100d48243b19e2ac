package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.location.Location;
import dev.palindrome.migration.AppliedMigration;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold on every engine where a database begins with a script. */
abstract class SchemaScriptTestCase {

    private static final String SSMS = "classpath:legacy/ssms.sql";
    private static final String USERS =
            "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NULL);\n";

    @TempDir
    Path folder;

    private final List<TestDatabase> started = new ArrayList<>();

    abstract TestDatabase.Builder onEngine();

    @AfterEach
    void close() {
        started.forEach(TestDatabase::close);
    }

    @Test
    void whatManagementStudioHasWrittenRunsAndMigrationsRunOnTopOfIt() throws Exception {
        script("V2__phone.sql", "ALTER TABLE dbo.customers ADD phone NVARCHAR(20) NULL;");

        TestDatabase database = start(builder().schemaScript(SSMS).baseline("1"));

        assertThat(rows(database, "SELECT id, name, notes FROM dbo.customers ORDER BY id"))
                .containsExactly("1|Ada|GO\nis a word, and $(this) no variable", "2|Grace|null");
        assertThat(rows(database, "SELECT COUNT(*) FROM sales.orders")).containsExactly("5");
        assertThat(rows(database, "SELECT DISTINCT name FROM dbo.open_orders")).containsExactly("Ada");
        assertThat(database.schema().tables())
                .extracting(Table::toString)
                .containsExactlyInAnyOrder("dbo.customers", "sales.orders");
        assertThat(database.migrations().history())
                .extracting(row -> row.migration().version(), AppliedMigration::type)
                .containsExactly(tuple("1", "BASELINE"), tuple("2", "SQL"));
        assertThat(database.migrationsAppliedAtStart()).isEqualTo(1);
    }

    @Test
    void theSameSavedAsUnicodeMakesTheSame() throws Exception {
        somethingToMigrate();
        Files.writeString(folder.resolve("legacy.sql"), "\uFEFF" + text("legacy/ssms.sql"), StandardCharsets.UTF_16LE);

        TestDatabase wide = start(builder()
                .schemaScript("filesystem:" + folder.resolve("legacy.sql"))
                .baseline("1"));
        TestDatabase narrow = start(builder().schemaScript(SSMS).baseline("1"));

        assertThat(wide.schema().diff(narrow.schema()).isEmpty()).isTrue();
    }

    @Test
    void whatSqlpackageHasWrittenForSqlcmdRuns() throws Exception {
        somethingToMigrate();
        TestDatabase database =
                start(builder().schemaScript("classpath:legacy/sqlpackage.sql").baseline("1"));

        assertThat(database.schema().tables()).extracting(Table::toString).containsExactly("dbo.customers");
    }

    @Test
    void roundTripsBeginAboveTheBaselineWithRowsInTheLegacyTables() throws Exception {
        script("V1__customers.sql", "CREATE TABLE dbo.customers (id INT);");
        script("V2__phone.sql", "ALTER TABLE dbo.customers ADD phone NVARCHAR(20) NULL;");
        script("U2__phone.sql", "ALTER TABLE dbo.customers DROP COLUMN phone;");
        script(
                "V3__no_states.sql",
                "DROP INDEX IX_orders_state ON sales.orders;\nALTER TABLE sales.orders DROP COLUMN state;");
        script(
                "U3__no_states.sql",
                "ALTER TABLE sales.orders ADD state VARCHAR(10) NOT NULL CONSTRAINT df_tmp DEFAULT 'open';\n"
                        + "ALTER TABLE sales.orders DROP CONSTRAINT df_tmp;\nGO\n"
                        + "CREATE INDEX IX_orders_state ON sales.orders (state);");

        RoundTripReport report = builder().schemaScript(SSMS).baseline("1").verifyRoundTrips(RoundTripOptions.none());

        assertThat(report.roundTrips())
                .extracting(trip -> trip.migration().version(), RoundTrip::verdict)
                .containsExactly(
                        tuple("1", Verdict.EXCLUDED), tuple("2", Verdict.REVERSIBLE), tuple("3", Verdict.DATA_LOST));
        assertThat(report.roundTrips().get(0).explanation())
                .contains("part of the schema script " + SSMS + ", which is at version 1");
    }

    @Test
    void theUsersOwnRowsCanBePutIntoTheLegacyTables() throws Exception {
        legacy(USERS);
        script("V2__no_name.sql", "UPDATE dbo.users SET name = NULL WHERE name = 'Ada';");
        script("U2__no_name.sql", "UPDATE dbo.users SET name = 'Ada' WHERE name IS NULL;");
        List<String> asked = new ArrayList<>();

        builder()
                .schemaScript(legacy())
                .baseline("1")
                .verifyRoundTrips(RoundTripOptions.none().rows((version, rows) -> {
                    asked.add(version);
                    if (version.equals("1")) {
                        rows.insert("users", Map.of("id", 4711, "name", "Ada"));
                    }
                }));

        assertThat(asked).contains("1", "2");
    }

    @Test
    void aBaselineScriptBesideTheMigrationsIsPassedOver() throws Exception {
        legacy(USERS);
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        script("U2__phone.sql", "ALTER TABLE dbo.users DROP COLUMN phone;");
        script("B3__all.sql", USERS.replace("users", "people"));
        script("V3__more.sql", "CREATE TABLE dbo.more (id INT);");
        script("U3__more.sql", "DROP TABLE dbo.more;");
        TestDatabase.Builder begun = builder().schemaScript(legacy()).baseline("1");

        TestDatabase database = start(begun);

        assertThat(database.schema().tables())
                .extracting(Table::toString)
                .containsExactlyInAnyOrder("dbo.users", "dbo.more");
        assertThat(database.migrations().history())
                .extracting(row -> row.migration().version(), AppliedMigration::type)
                .containsExactly(tuple("1", "BASELINE"), tuple("2", "SQL"), tuple("3", "SQL"));
        assertThat(database.verifyRoundTrips().roundTrips())
                .extracting(trip -> trip.migration().version(), RoundTrip::verdict)
                .containsExactly(tuple("2", Verdict.REVERSIBLE), tuple("3", Verdict.REVERSIBLE));
        assertThat(start(begun.target("2")).migrations().pending())
                .extracting(Migration::script)
                .containsExactly("V3__more.sql");
    }

    @Test
    void nothingGoesBelowTheBaseline() throws Exception {
        legacy(USERS);
        script("V1__users.sql", USERS);
        script("U1__users.sql", "DROP TABLE dbo.users;");
        script("V3__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        script("U3__phone.sql", "ALTER TABLE dbo.users DROP COLUMN phone;");
        TestDatabase database = start(builder().schemaScript(legacy()).baseline("2"));

        assertThat(database.migrations().downToBase())
                .extracting(Migration::version)
                .containsExactly("3");
        assertThat(database.migrations().current()).map(Migration::version).contains("2");
        assertThatThrownBy(() -> database.migrations().down())
                .hasMessage("down(1): nothing is applied that could be undone.");
        assertThatThrownBy(() -> database.migrations().downTo("1"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("downTo(\"1\"): the database begins at version 2 with the schema script " + legacy()
                        + ", which nothing undoes. Nothing has been changed.");
        assertThat(database.migrations().up()).extracting(Migration::version).containsExactly("3");
    }

    @Test
    void aTargetBelowTheBaselineIsAnErrorAndOneAtItRunsNothing() throws Exception {
        legacy(USERS);
        script("V1__users.sql", USERS);
        script("V3__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        TestDatabase.Builder begun = builder().schemaScript(legacy()).baseline("2");

        assertThat(start(begun.target("2")).migrations().pending())
                .extracting(Migration::version)
                .containsExactly("3");
        assertThat(start(begun.target("2")).migrations().preview())
                .startsWith("-- V3 phone")
                .contains("ALTER TABLE dbo.users ADD phone")
                .doesNotContain("CREATE TABLE");
        assertThat(start(begun.target("base")).migrations().pending())
                .extracting(Migration::version)
                .containsExactly("3");
        assertThatThrownBy(() -> begun.target("1").start())
                .hasMessageStartingWith("upTo(\"1\"): the database begins at version 2 with the schema script ");
    }

    @Test
    void whoWantsTheSameIsGivenACloneUnlessTheScriptOrTheBaselineIsAnother() throws Exception {
        legacy(USERS);
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        TestDatabase.Builder begun = builder().schemaScript(legacy()).baseline("1");

        start(begun);
        TestDatabase clone = start(begun);
        TestDatabase another = start(begun.baseline("0"));
        legacy(USERS + "CREATE TABLE dbo.more (id INT);");
        TestDatabase changed = start(begun.baseline("1"));

        assertThat(another.isCloned()).isFalse();
        assertThat(changed.isCloned()).isFalse();
        assertThat(clone.migrations().current()).map(Migration::version).contains("2");
        assertThat(clone.migrationsAppliedAtStart()).isEqualTo(1);
        assertThat(changed.schema().tables()).hasSize(2);
    }

    @Test
    void withoutABaselineTheErrorNamesTheChoices() throws Exception {
        legacy(USERS);
        script("V1__users.sql", USERS);

        assertThatThrownBy(() -> builder().schemaScript(legacy()).start())
                .isInstanceOf(MigrationException.class)
                .hasMessage("The database begins with the schema script " + legacy()
                        + ", which brings no history along, and nobody says which version that is. Say so with baseline:"
                        + " \"0\" runs every migration on top of it, \"1\" those above 1.");
    }

    @Test
    void theBaselineMayStandInFlywaysSettings() throws Exception {
        legacy(USERS);
        script("V1__users.sql", USERS);
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");

        TestDatabase named = start(builder().schemaScript(legacy()).flyway(Map.of("baselineVersion", "1")));
        TestDatabase implied = start(builder().schemaScript(legacy()).flyway(Map.of("baselineOnMigrate", "true")));

        assertThat(named.migrationsAppliedAtStart()).isEqualTo(1);
        assertThat(implied.migrationsAppliedAtStart()).isEqualTo(1);
    }

    @Test
    void aBaselineAboveEveryMigrationIsAnError() throws Exception {
        legacy(USERS);
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");

        assertThatThrownBy(() -> builder().schemaScript(legacy()).baseline("20").start())
                .hasMessage("The baseline 20 lies above every migration: the newest is version 2. Name the version that"
                        + " the schema script " + legacy() + " is at.");
    }

    @Test
    void aBaselineOfAnEmptyDatabaseIsAnError() throws Exception {
        script("V2__phone.sql", USERS);

        assertThatThrownBy(() -> builder().baseline("1").start())
                .isInstanceOf(PalindromeException.class)
                .hasMessage("baseline = \"1\" says which version a database begins with, but this one begins empty."
                        + " Name what it begins with (schemaScript or backup), or leave baseline out: a script such as B1__all.sql"
                        + " beside the migrations needs none.");
    }

    /** A team's own Flyway has made it in production, and Management Studio writes no rows. */
    @Test
    void anEmptyHistoryThatTheScriptBringsAlongIsStamped() throws Exception {
        legacy(USERS + """
                CREATE TABLE [dbo].[flyway_schema_history](
                	[installed_rank] [int] NOT NULL,
                	[version] [nvarchar](50) NULL,
                	[description] [nvarchar](200) NULL,
                	[type] [nvarchar](20) NOT NULL,
                	[script] [nvarchar](1000) NOT NULL,
                	[checksum] [int] NULL,
                	[installed_by] [nvarchar](100) NOT NULL,
                	[installed_on] [datetime] NOT NULL,
                	[execution_time] [int] NOT NULL,
                	[success] [bit] NOT NULL,
                 CONSTRAINT [flyway_schema_history_pk] PRIMARY KEY CLUSTERED ([installed_rank] ASC)
                );
                """);
        script("V1__users.sql", USERS);
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");

        TestDatabase database = start(builder().schemaScript(legacy()).baseline("1"));

        assertThat(database.migrations().history())
                .extracting(row -> row.migration().version())
                .containsExactly("1", "2");
    }

    @Test
    void thereNeedBeNoMigrationsYet() throws Exception {
        legacy(USERS);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            TestDatabase database = start(onEngine().schemaScript(legacy()));

            assertThat(database.schema().tables()).extracting(Table::toString).containsExactly("dbo.users");
            assertThat(database.migrations().pending()).isEmpty();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void aStatementThatFailsIsNamedWithItsLine() throws Exception {
        somethingToMigrate();
        legacy("USE [Shop]\nGO\n" + USERS + "GO\n\nINSERT INTO dbo.users (id)\nVALUES (1), (1)\nGO\n");

        assertThatThrownBy(() -> builder().schemaScript(legacy()).baseline("0").start())
                .isInstanceOf(PalindromeException.class)
                .hasMessageStartingWith("The schema script " + legacy() + " failed at line 6: ")
                .hasMessageEndingWith("""
                        .
                        Statement: INSERT INTO dbo.users (id)
                          VALUES (1), (1)
                        Nothing of it stays: the database is dropped again. Mend the script, or leave the statement out.""");
    }

    private TestDatabase start(TestDatabase.Builder builder) {
        TestDatabase database = builder.start();
        started.add(database);
        return database;
    }

    TestDatabase.Builder builder() {
        return onEngine()
                .locations("filesystem:" + folder.resolve("migrations"))
                .withoutReports();
    }

    String legacy() {
        return "filesystem:" + folder.resolve("legacy.sql");
    }

    void legacy(String tsql) throws IOException {
        Files.writeString(folder.resolve("legacy.sql"), tsql);
    }

    void somethingToMigrate() throws IOException {
        script("V2__nothing.sql", "PRINT 'nothing';");
    }

    private void script(String name, String text) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve(name), text);
    }

    private static String text(String resource) throws IOException {
        try (InputStream bytes = Location.contextClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return QueriedRows.of(connection, query);
        }
    }
}
