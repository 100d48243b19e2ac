package dev.palindrome.junit5;

import static dev.palindrome.roundtrip.PlannedReport.noted;
import static dev.palindrome.roundtrip.PlannedReport.repeatable;
import static dev.palindrome.roundtrip.PlannedReport.reversible;
import static dev.palindrome.roundtrip.PlannedReport.withoutUndo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.FakeVerifier.Faked;
import dev.palindrome.report.UndoDrafts;
import dev.palindrome.roundtrip.NotReversibleError;
import dev.palindrome.roundtrip.PlannedReport;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.seed.SeedContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;

/** What is done with the results of a verification that these tests lay down. */
class RoundTripTestTest {

    private static final Path DRAFTS = Path.of("target", "palindrome", "undo-drafts");

    @BeforeEach
    void allIsWell() {
        FakeVerifier.answers(PlannedReport.of(reversible("V1__orders.sql", "U1__orders.sql")));
    }

    @Test
    void eachMigrationHasAnInvocationNamedAfterIt() {
        FakeVerifier.answers(PlannedReport.of(
                reversible("V1__orders.sql", "U1__orders.sql"),
                withoutUndo("V2__add_note.sql", ""),
                repeatable("R__views.sql")));
        assertThat(TestCases.of(NamesTestCase.class).pass())
                .containsExactly("verified {}", "V1 orders [U1__orders.sql]", "V2 add note [no undo]", "R views");
    }

    @Test
    void notesOfWhatPassesAreLogged() {
        FakeVerifier.answers(PlannedReport.of(
                noted("V1__orders.sql", "U1__orders.sql", "dbo.orders could not be filled: it is a riddle"),
                reversible("V2__note.sql", "U2__note.sql")));
        try (CapturedLog log = new CapturedLog(RoundTripTest.class)) {
            TestCases.of(ProvenTestCase.class).pass();

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .endsWith(": V1 orders [V1__orders.sql] passes, but note: dbo.orders could not be filled: it is a"
                            + " riddle");
        }
    }

    @Test
    void lifecycleMethodsAndTheConstructorMayAskToo() {
        assertThat(TestCases.of(EverywhereTestCase.class).pass())
                .containsExactly("verified {}", "constructor 1", "before each 1", "test 1", "after each 1");
    }

    @Test
    void aNestedClassAsksForTheDatabaseOfTheOuter() {
        assertThat(TestCases.of(OuterTestCase.class).pass()).containsExactly("verified {}", "1");
    }

    @Test
    void anAnnotationOfOnesOwnSaysTheSame() {
        assertThat(TestCases.of(OwnAnnotationTestCase.class).pass())
                .containsExactly("verified {1=the first one is old}", "1");
    }

    @Test
    void theMethodsAroundATestMayAskInstead() {
        assertThat(TestCases.of(AskedForAroundTestCase.InsideTestCase.class).pass())
                .containsExactly("verified {}", "1");
    }

    @Test
    void theDatabaseIsTheOneThatIsNamed() {
        assertThat(TestCases.of(NamedDatabaseTestCase.class).pass()).containsExactly("verified old{}", "1");
    }

    @Test
    void exclusionsArePassedOn() {
        assertThat(TestCases.of(ExcludedTestCase.class).pass())
                .containsExactly("verified {1=old, 2=see issue: 7}", "1");
    }

    @Test
    void rowsOfOnesOwnArePassedOnAndVerifiedOnTheirOwn() {
        assertThat(TestCases.of(NamesTestCase.class, OwnRowsTestCase.class).pass())
                .filteredOn(line -> line.startsWith("verified"))
                .containsExactlyInAnyOrder("verified {}", "verified {1=old} with OwnRows");
    }

    @Test
    void rowsThatCannotBeMadeAreRefused() {
        assertRefused(
                AbstractRowsTestCase.class,
                "@RoundTripTest on RoundTripTestTest.AbstractRowsTestCase.test: the rows "
                        + AbstractRows.class.getName()
                        + " cannot be made, because it is abstract. Name a class that can be instantiated.");
    }

    @Test
    void theSameMigrationsAreVerifiedOnceForAllClassesAndMethods() {
        assertThat(TestCases.of(NamesTestCase.class, TwoMethodsTestCase.class, ProvenTestCase.class)
                        .pass())
                .containsOnlyOnce("verified {}")
                .hasSize(5);
    }

    @Test
    void theyAreVerifiedOnceInParallelToo() {
        assertThat(TestCases.of(NamesTestCase.class, TwoMethodsTestCase.class, ProvenTestCase.class)
                        .inParallel()
                        .pass())
                .containsOnlyOnce("verified {}")
                .hasSize(5);
    }

    @Test
    void otherExclusionsAndOtherTargetsAreVerifiedOnTheirOwn() {
        assertThat(TestCases.of(NamesTestCase.class, ExcludedTestCase.class, TargetTestCase.class)
                        .pass())
                .filteredOn(line -> line.startsWith("verified"))
                .containsExactlyInAnyOrder("verified {}", "verified {}", "verified {1=old, 2=see issue: 7}");
    }

    @Test
    void aFailureSaysWhereTheDraftIs() {
        FakeVerifier.answers(PlannedReport.of(
                reversible("V1__orders.sql", "U1__orders.sql"),
                withoutUndo("V2__note.sql", "ALTER TABLE dbo.orders DROP COLUMN note;")));
        assertThat(TestCases.of(AssertingTestCase.class).fail())
                .isInstanceOf(NotReversibleError.class)
                .hasMessage("V2 note [V2__note.sql] has no undo.\n"
                        + "Draft of an undo (tried: restores the schema), in " + DRAFTS.resolve("U2__note.sql") + ":\n"
                        + "  ALTER TABLE dbo.orders DROP COLUMN note;");
        assertThat(DRAFTS.resolve("U2__note.sql")).content().contains("ALTER TABLE dbo.orders DROP COLUMN note;\n");
    }

    @Test
    void aDraftDoesNotTakeThePlaceOfAnotherDatabasesOfTheSameName() {
        UndoDrafts drafts = UndoDrafts.ofThisJvm();
        RoundTrip first = withoutUndo("V7__same.sql", "DROP TABLE dbo.a;");
        RoundTrip other = withoutUndo("V7__same.sql", "DROP TABLE dbo.b;");
        assertThat(List.of(drafts.write(first, "a"), drafts.write(other, "b"), drafts.write(first, "c")))
                .containsExactly(
                        Optional.of(DRAFTS.resolve("U7__same.sql")),
                        Optional.of(DRAFTS.resolve("b").resolve("U7__same.sql")),
                        Optional.of(DRAFTS.resolve("U7__same.sql")));
    }

    @Test
    void aDraftWrittenWithoutJUnitKeepsItsPlace() {
        UndoDrafts.ofThisJvm().write(withoutUndo("V8__same.sql", "DROP TABLE dbo.a;"), "without-junit");
        FakeVerifier.answers(PlannedReport.of(withoutUndo("V8__same.sql", "DROP TABLE dbo.b;")));

        TestCases.of(AssertingTestCase.class).fail();

        assertThat(DRAFTS.resolve("U8__same.sql")).content().contains("DROP TABLE dbo.a;\n");
    }

    @Test
    void aClassWhoseMigrationsAreNotProvenFails() {
        FakeVerifier.answers(PlannedReport.of(
                reversible("V1__orders.sql", "U1__orders.sql"),
                withoutUndo("V2__note.sql", "ALTER TABLE dbo.orders DROP COLUMN note;")));
        assertThat(TestCases.of(ProvenTestCase.class).fail())
                .isInstanceOf(NotReversibleError.class)
                .hasMessage("Expecting all 2 migrations to be reversible, but 1 is not:\n\n"
                        + "V2 note [V2__note.sql] has no undo.\n"
                        + "Draft of an undo (tried: restores the schema), in " + DRAFTS.resolve("U2__note.sql") + ":\n"
                        + "  ALTER TABLE dbo.orders DROP COLUMN note;");
        assertThat(Seen.all()).containsExactly("verified {}");
    }

    @Test
    void theClasssDatabaseIsNotKeptForAMigrationThatIsNotReversible() {
        FakeVerifier.answers(PlannedReport.of(withoutUndo("V2__note.sql", "")));
        Throwable failure = TestCases.of(AssertingTestCase.class)
                .with("palindrome.keep", "on-failure")
                .fail();
        assertThat(failure).hasNoSuppressedExceptions();
    }

    @Test
    void reportsAreWrittenWhereTheSettingSays(@TempDir Path directory) throws Exception {
        TestCases.of(NamesTestCase.class, ExcludedTestCase.class, TargetTestCase.class)
                .with("palindrome.report-dir", directory.toString())
                .pass();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("round-trip-"))
                            .sorted())
                    .satisfiesExactly(
                            name -> assertThat(name).matches("round-trip-db-migration-[0-9a-f]{8}.html"),
                            name -> assertThat(name).matches("round-trip-db-migration-[0-9a-f]{8}.json"),
                            name -> assertThat(name).matches("round-trip-db-migration-[0-9a-f]{8}.md"),
                            name -> assertThat(name).matches("round-trip-db-migration-[0-9a-f]{8}.xml"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration-to-1.html"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration-to-1.json"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration-to-1.md"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration-to-1.xml"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration.html"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration.json"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration.md"),
                            name -> assertThat(name).isEqualTo("round-trip-db-migration.xml"));
        }
        assertThat(directory.resolve("round-trip-db-migration.md"))
                .content()
                .startsWith("# Round trips: db-migration\n\n**✓ The migration of this set passes.** 1 REVERSIBLE.\n");
    }

    @Test
    void withoutMigrationsNothingIsProven() {
        FakeVerifier.answers(PlannedReport.of());
        assertThat(TestCases.of(NamesTestCase.class).fail())
                .isInstanceOf(PalindromeException.class)
                .hasMessage(
                        "@RoundTripTest on RoundTripTestTest.NamesTestCase.isNamed: There is no migration whose way down RoundTripTestTest.NamesTestCase could prove."
                                + " Check the locations and the target of its @MigratedDatabase.");
    }

    @Test
    void aVerificationThatFailsIsNotTriedAgain() {
        FakeVerifier.fails(new PalindromeException("no server"));
        assertThat(TestCases.of(NamesTestCase.class, TwoMethodsTestCase.class).failures())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "@RoundTripTest on RoundTripTestTest.NamesTestCase.isNamed: no server",
                        "@RoundTripTest on RoundTripTestTest.TwoMethodsTestCase.test: no server",
                        "@RoundTripTest on RoundTripTestTest.TwoMethodsTestCase.again: no server");
        assertThat(Seen.all()).containsExactly("verified {}");
    }

    @Test
    void anExclusionWithoutAReason() {
        assertRefused(
                NoReasonTestCase.class,
                "@RoundTripTest on RoundTripTestTest.NoReasonTestCase.test: exclude holds \"2:\"."
                        + " Write each entry as version: reason.");
    }

    @Test
    void anExclusionWithoutAVersion() {
        assertRefused(
                NoVersionTestCase.class,
                "@RoundTripTest on RoundTripTestTest.NoVersionTestCase.test: exclude holds \"because\"."
                        + " Write each entry as version: reason.");
    }

    @Test
    void anExclusionOfAVersionThatIsNotThere() {
        assertRefused(
                UnknownVersionTestCase.class,
                "@RoundTripTest on RoundTripTestTest.UnknownVersionTestCase.test: exclude names version 3,"
                        + " which does not exist. The versions are: 1, 2.");
    }

    @Test
    void anExclusionSaidTwice() {
        assertRefused(
                TwiceTestCase.class,
                "@RoundTripTest on RoundTripTestTest.TwiceTestCase.test: exclude names version 1 twice. Name it once.");
    }

    @Test
    void aClassWithoutADatabase() {
        assertRefused(
                NoDatabaseTestCase.class,
                "@RoundTripTest on RoundTripTestTest.NoDatabaseTestCase.test needs a database, but"
                        + " RoundTripTestTest.NoDatabaseTestCase has no @MigratedDatabase.");
    }

    @Test
    void severalDatabasesAndNoName() {
        assertRefused(
                AmbiguousTestCase.class,
                "@RoundTripTest on RoundTripTestTest.AmbiguousTestCase.test does not say which database it means."
                        + " Set its database to one of these names: \"new\", \"old\".");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertRefused(
                UnknownDatabaseTestCase.class,
                "@RoundTripTest on RoundTripTestTest.UnknownDatabaseTestCase.test asks for the database \"older\","
                        + " but the databases are: \"new\", \"old\".");
    }

    @Test
    void aTestThatDoesNotAskForARoundTrip() {
        assertRefused(
                NothingAskedForTestCase.class,
                "@RoundTripTest on RoundTripTestTest.NothingAskedForTestCase.test: nothing asks for a RoundTrip, so"
                        + " nothing in it can fail. Give the method a parameter of type RoundTrip, and call its"
                        + " assertReversible().");
    }

    @Test
    void aRoundTripInAnotherTest() {
        assertParameterRefused(
                ElsewhereTestCase.class,
                "Parameter 1 of RoundTripTestTest.ElsewhereTestCase.test, a RoundTrip, can be had in a @RoundTripTest"
                        + " only. Elsewhere, ask TestDatabase.verifyRoundTrips().");
    }

    @Test
    void aRoundTripForAnInstanceThatAllTestsShare() {
        assertParameterRefused(
                PerClassTestCase.class,
                "Parameter 1 of the constructor of RoundTripTestTest.PerClassTestCase, a RoundTrip, can be had in a"
                        + " @RoundTripTest only. Elsewhere, ask TestDatabase.verifyRoundTrips().");
    }

    @Test
    void aRoundTripThatNamesADatabase() {
        assertParameterRefused(
                QualifiedTestCase.class,
                "Parameter 1 of RoundTripTestTest.QualifiedTestCase.test, a RoundTrip, carries @OnDatabase, but only a"
                        + " TestDatabase, DataSource, Connection, Migrations or SchemaSnapshot can come from there.");
    }

    private static void assertRefused(Class<?> fixture, String message) {
        assertThat(TestCases.of(fixture).fail())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(message);
    }

    private static void assertParameterRefused(Class<?> fixture, String message) {
        assertThat(TestCases.of(fixture).fail())
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessage(message);
    }

    @Faked
    @MigratedDatabase
    static class NamesTestCase {

        @RoundTripTest
        void isNamed(TestInfo test, RoundTrip trip) {
            Seen.line(test.getDisplayName());
        }
    }

    @Faked
    @MigratedDatabase
    static class EverywhereTestCase {

        EverywhereTestCase(RoundTrip trip) {
            Seen.line("constructor " + trip.migration().version());
        }

        @BeforeEach
        void beforeEach(RoundTrip trip) {
            Seen.line("before each " + trip.migration().version());
        }

        @RoundTripTest
        void test(Connection connection, RoundTrip trip) {
            Seen.line("test " + trip.migration().version());
        }

        @AfterEach
        void afterEach(RoundTrip trip) {
            Seen.line("after each " + trip.migration().version());
        }
    }

    private static void line(RoundTrip trip) {
        Seen.line(trip.migration().version());
    }

    @Faked
    @MigratedDatabase
    static class OuterTestCase {

        @Nested
        class InnerTestCase {

            @RoundTripTest
            void test(RoundTrip trip) {
                line(trip);
            }
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @RoundTripTest(exclude = "1: the first one is old")
    @interface Reversible {}

    @Faked
    @MigratedDatabase
    static class OwnAnnotationTestCase {

        @Reversible
        void test(RoundTrip trip) {
            line(trip);
        }
    }

    @Faked
    @MigratedDatabase(name = "new")
    @MigratedDatabase(name = "old", target = "1")
    static class NamedDatabaseTestCase {

        @RoundTripTest(database = "old")
        void test(RoundTrip trip) {
            line(trip);
        }
    }

    @Faked
    @MigratedDatabase
    static class ExcludedTestCase {

        @RoundTripTest(exclude = {"1: old", " 2 : see issue: 7 "})
        void test(RoundTrip trip) {
            line(trip);
        }
    }

    @Faked
    @MigratedDatabase(target = "1")
    static class TargetTestCase {

        @RoundTripTest
        void test(RoundTrip trip) {
            line(trip);
        }
    }

    @Faked
    @MigratedDatabase
    static class TwoMethodsTestCase {

        @RoundTripTest
        void test(RoundTrip trip) {
            line(trip);
        }

        @RoundTripTest
        void again(RoundTrip trip) {
            line(trip);
        }
    }

    @Faked
    @MigratedDatabase(roundTrip = true)
    static class ProvenTestCase {

        @Test
        void test() {
            Seen.line("proven");
        }
    }

    @Faked
    @MigratedDatabase
    static class AssertingTestCase {

        @RoundTripTest
        void test(RoundTrip trip) {
            trip.assertReversible();
        }
    }

    @Faked
    @MigratedDatabase
    static class NoReasonTestCase {

        @RoundTripTest(exclude = "2:")
        void test(RoundTrip trip) {}
    }

    @Faked
    @MigratedDatabase
    static class NoVersionTestCase {

        @RoundTripTest(exclude = "because")
        void test(RoundTrip trip) {}
    }

    @Faked
    @MigratedDatabase
    static class UnknownVersionTestCase {

        @RoundTripTest(exclude = "3: not there")
        void test(RoundTrip trip) {}
    }

    @Faked
    @MigratedDatabase
    static class TwiceTestCase {

        @RoundTripTest(exclude = {"1: old", "1: very old"})
        void test(RoundTrip trip) {}
    }

    static class NoDatabaseTestCase {

        @RoundTripTest
        void test(RoundTrip trip) {}
    }

    @Faked
    @MigratedDatabase(name = "new")
    @MigratedDatabase(name = "old", target = "1")
    static class AmbiguousTestCase {

        @RoundTripTest
        void test(RoundTrip trip) {}
    }

    @Faked
    @MigratedDatabase(name = "new")
    @MigratedDatabase(name = "old", target = "1")
    static class UnknownDatabaseTestCase {

        @RoundTripTest(database = "older")
        void test(RoundTrip trip) {}
    }

    static final class OwnRows implements VersionRows {

        @Override
        public void putIn(String version, SeedContext rows) {}
    }

    abstract static class AbstractRows implements VersionRows {}

    @Faked
    @MigratedDatabase
    static class OwnRowsTestCase {

        @RoundTripTest(exclude = "1: old", rows = OwnRows.class)
        void test(RoundTrip trip) {
            line(trip);
        }
    }

    @Faked
    @MigratedDatabase
    static class AbstractRowsTestCase {

        @RoundTripTest(rows = AbstractRows.class)
        void test(RoundTrip trip) {}
    }

    @MigratedDatabase
    static class ElsewhereTestCase {

        @Test
        void test(RoundTrip trip) {}
    }

    @Faked
    @MigratedDatabase
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        PerClassTestCase(RoundTrip trip) {}

        @RoundTripTest
        void test() {}
    }

    @Faked
    @MigratedDatabase
    static class QualifiedTestCase {

        @RoundTripTest
        void test(@OnDatabase("") RoundTrip trip) {}
    }

    @Faked
    @MigratedDatabase
    static class NothingAskedForTestCase {

        @RoundTripTest
        void test(Connection connection) {}
    }

    @Faked
    @MigratedDatabase
    static class AskedForAroundTestCase {

        @BeforeEach
        void check(RoundTrip trip) {
            line(trip);
        }

        @Nested
        class InsideTestCase {

            @RoundTripTest
            void test() {}
        }
    }
}
