package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.migration.AppliedMigration;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.Migrations;
import dev.palindrome.roundtrip.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class CreationTest {

    @Test
    void theDatabaseIsMigratedToTheNewest() {
        assertThat(TestCases.of(PlainTestCase.class).pass()).containsExactly("at 2");
    }

    @Test
    void theTargetIsAsFarAsItGoes() {
        assertThat(TestCases.of(TargetTestCase.class).pass()).containsExactly("at 1");
    }

    @Test
    void baseMigratesNothing() {
        assertThat(TestCases.of(BaseTestCase.class).pass()).containsExactly("at nothing");
    }

    @Test
    void locationsAndFlywaysSettingsAreThoseOfTheAnnotation() {
        assertThat(TestCases.of(FlywayTestCase.class).pass()).containsExactly("dbo.history", "written by a = b");
    }

    @Test
    void migrationsRunOnTopOfASchemaScript() {
        assertThat(TestCases.of(LegacyTestCase.class).pass())
                .containsExactlyInAnyOrder("1 orders", "at 2", "trip 1 EXCLUDED", "trip 2 REVERSIBLE");
    }

    @Test
    void theNameSaysWhichClassItIsFor() {
        TestCases.of(PlainTestCase.class).pass();
        assertThat(Seen.thing("database", TestDatabase.class).name())
                .matches("palindrome_creation_test_plain_test_case_[a-z0-9]{16}");
    }

    @Test
    void eachClassHasItsOwn() {
        assertThat(TestCases.of(PlainTestCase.class, TargetTestCase.class).pass())
                .containsExactlyInAnyOrder("at 2", "at 1");
    }

    @Test
    void theTestsOfAClassShareIt() {
        assertThat(TestCases.of(SharingTestCase.class).pass()).containsExactly("0 orders", "1 orders", "2 orders");
    }

    @Test
    void theTestsOfAPerClassInstanceShareIt() {
        assertThat(TestCases.of(SharingPerClassTestCase.class).pass())
                .containsExactly("0 orders", "1 orders", "2 orders");
    }

    @Test
    void theDatabaseIsDroppedAfterTheClass() {
        TestCases.of(PlainTestCase.class).pass();
        TestDatabase database = Seen.thing("database", TestDatabase.class);
        assertThatThrownBy(() -> database.dataSource().getConnection()).isInstanceOf(SQLException.class);
    }

    @Test
    void aClassWithoutParametersHasOneAllTheSame() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(UnusedTestCase.class).pass();
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void oneLineSaysWhatWasMade() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(SharingTestCase.class).pass();
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .matches("INFO CreationTest.SharingTestCase has"
                                    + " palindrome_creation_test_sharing_test_case_[a-z0-9]{16} on EMBEDDED,"
                                    + " 2 migrations applied, made in [0-9]+ ms."));
        }
    }

    @Test
    void aSchemaThatFlywayMadeIsNotCountedAsAMigration() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(SchemaTestCase.class).pass();
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(", 1 migration applied, "));
        }
    }

    @Test
    void aMigrationThatFailsFailsTheClass() {
        assertThat(TestCases.of(BrokenTestCase.class).fail())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("V1__broken.sql");
    }

    @Test
    void aMigrationThatFailsFailsTheConstructorThatNeedsIt() {
        assertThat(TestCases.of(BrokenPerClassTestCase.class).fail())
                .hasMessageStartingWith("Failed to resolve parameter [dev.palindrome.TestDatabase")
                .hasCauseInstanceOf(MigrationException.class);
    }

    @Test
    void theAnnotationsEngineStandsAboveTheSetting() {
        assertThat(TestCases.of(EmbeddedTestCase.class)
                        .with("palindrome.engine", "auto")
                        .pass())
                .containsExactly("EMBEDDED");
    }

    @Test
    void theAnnotationMayNotAskForLessThanTheSettingDemands() {
        assertThat(TestCases.of(EmbeddedTestCase.class)
                        .with("palindrome.engine", "sqlserver")
                        .fail())
                .hasMessage(
                        "@MigratedDatabase on CreationTest.EmbeddedTestCase: The test asks for the embedded engine, but palindrome.engine=sqlserver forbids it here."
                                + " Let the test ask for AUTO, or run it where the setting is another.");
    }

    @MigratedDatabase
    static class PlainTestCase {

        @Test
        void isAtTheNewest(Migrations migrations, TestDatabase database) {
            Seen.thing("database", database);
            line(migrations);
        }
    }

    @MigratedDatabase(target = "1")
    static class TargetTestCase {

        @Test
        void isAtTheTarget(Migrations migrations) {
            line(migrations);
        }
    }

    @MigratedDatabase(schemaScript = "classpath:legacy/orders.sql", baseline = "1")
    static class LegacyTestCase {

        @Test
        void isAtTheNewest(Migrations migrations, Connection connection) throws SQLException {
            line(migrations);
            Seen.line(Orders.customers(connection).size() + " orders");
        }

        @RoundTripTest
        void goesDown(RoundTrip trip) {
            Seen.line("trip " + trip.migration().version() + " " + trip.verdict());
        }
    }

    @MigratedDatabase(target = "base")
    static class BaseTestCase {

        @Test
        void isAtTheBase(Migrations migrations) {
            line(migrations);
        }
    }

    private static void line(Migrations migrations) {
        Seen.line("at " + migrations.current().map(Migration::version).orElse("nothing"));
    }

    @MigratedDatabase(
            locations = "classpath:db/audit",
            flyway = {"placeholders.what=written by a = b", "flyway.table=history"})
    static class FlywayTestCase {

        @Test
        void readsADefault(Connection connection, Migrations migrations) throws SQLException {
            Seen.line(migrations.historyTable());
            connection.createStatement().execute("INSERT INTO dbo.audit_records DEFAULT VALUES");
            Orders.column(connection, "SELECT what FROM dbo.audit_records").forEach(Seen::line);
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class SharingTestCase {

        @BeforeAll
        static void startsEmpty(DataSource dataSource) throws SQLException {
            Seen.line(Orders.customers(dataSource).size() + " orders");
        }

        @Test
        void adds(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            Seen.line(Orders.customers(dataSource).size() + " orders");
        }

        @Test
        void addsAnother(DataSource dataSource) throws SQLException {
            adds(dataSource);
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    @TestInstance(Lifecycle.PER_CLASS)
    static class SharingPerClassTestCase {

        private final DataSource dataSource;

        SharingPerClassTestCase(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Test
        void adds() throws SQLException {
            Seen.line(Orders.customers(dataSource).size() + " orders");
            Orders.add(dataSource, "Ada");
        }

        @Test
        void addsAnother() throws SQLException {
            adds();
        }

        @AfterAll
        void counts() throws SQLException {
            Seen.line(Orders.customers(dataSource).size() + " orders");
        }
    }

    @MigratedDatabase
    static class UnusedTestCase {

        @Test
        void needsNothing() {}
    }

    @MigratedDatabase(
            locations = "classpath:db/audit",
            flyway = {"placeholders.what=x", "defaultSchema=sales"})
    static class SchemaTestCase {

        @Test
        void itsHistoryBeginsWithTheSchema(Migrations migrations) {
            assertThat(migrations.history()).extracting(AppliedMigration::type).containsExactly("SCHEMA", "SQL");
        }
    }

    @MigratedDatabase(locations = "classpath:db/broken")
    static class BrokenTestCase {

        @Test
        void isNotRun() {
            Seen.line("run");
        }
    }

    @MigratedDatabase(locations = "classpath:db/broken")
    @TestInstance(Lifecycle.PER_CLASS)
    static class BrokenPerClassTestCase {

        BrokenPerClassTestCase(TestDatabase database) {
            Seen.thing("database", database);
        }

        @Test
        void isNotRun() {
            Seen.line("run");
        }
    }

    @MigratedDatabase(engine = EngineKind.EMBEDDED)
    static class EmbeddedTestCase {

        @Test
        void isEmbedded(TestDatabase database) {
            Seen.line(database.engine().name());
        }
    }
}
