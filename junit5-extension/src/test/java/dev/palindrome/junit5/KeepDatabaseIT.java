package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.palindrome.CapturedLog;
import dev.palindrome.TestDatabase;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.scope.KeptDatabaseNote;
import dev.palindrome.reset.ResetException;
import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.Seeder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is left for a person to look at, and what the tests after it go on with. */
@ExtendWith(DeleteKept.class)
class KeepDatabaseIT {

    private static final Path KEPT = DeleteKept.KEPT;

    @Test
    void aFailedTestsDatabaseIsKeptAsItWas() throws Exception {
        Throwable failure = TestCases.of(FailingTestCase.class).fail();
        assertThat(keptFor(failure)).containsExactly(List.of("Ada"));
    }

    @Test
    void theFailureSaysWhereItIs() {
        Throwable failure = TestCases.of(FailingTestCase.class).fail();
        String name = Seen.thing("failed", TestDatabase.class).name();
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("The database of KeepDatabaseIT.FailingTestCase is kept: "
                        + KEPT.resolve(name + ".txt") + " says how to open it.");
    }

    @Test
    void theLogSaysWhereItIs() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(FailingTestCase.class).fail();
            String name = Seen.thing("failed", TestDatabase.class).name();
            assertThat(log.lines())
                    .contains("WARN The database of KeepDatabaseIT.FailingTestCase is kept, because"
                            + " KeepDatabaseIT.FailingTestCase.aFails failed: "
                            + KEPT.resolve(name + ".txt") + " says how to open it.");
        }
    }

    @Test
    void theNoteNamesTheTestThatFailed() {
        TestCases.of(FailingTestCase.class).fail();
        assertThat(noteOf("failed"))
                .content()
                .endsWith("\n\nKept because KeepDatabaseIT.FailingTestCase.aFails failed.\n");
    }

    @Test
    void theTestsThatFollowGoOnWithANewDatabase() {
        TestCases.of(FailingTestCase.class).fail();
        assertThat(Seen.all()).containsExactly("[Ada]", "[Ben]", "[Ben, Cleo]");
    }

    @Test
    void theFailedOneIsDroppedBeforeTheNextTest() {
        TestCases.of(FailingTestCase.class).fail();
        assertThat(Seen.thing("gone", Boolean.class)).isTrue();
    }

    @Test
    void noNewDatabaseIsMadeWhereNoTestFollows() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(FailingAloneTestCase.class).fail();
            assertThat(log.lines().stream().filter(line -> line.startsWith("INFO")))
                    .hasSize(1);
        }
    }

    @Test
    void itIsKeptBeforeTheNextReset() throws Exception {
        Throwable failure = TestCases.of(ResetTestCase.class).fail();
        assertThat(Seen.all()).containsExactly("[Zoe, Ada]", "[Zoe, Ben]", "[Zoe, Cleo]");
        assertThat(keptFor(failure)).containsExactly(List.of("Zoe", "Ada"));
    }

    @Test
    void eachFailedTestsDatabaseIsKeptAndTheNextBeginsAsEver() throws Exception {
        List<Throwable> failures = TestCases.of(FailingTwiceTestCase.class).failures();
        assertThat(Seen.all()).containsExactly("[Zoe, Ada]", "[Zoe, Ada]", "[Zoe, Ada]");
        List<List<List<String>>> kept = new ArrayList<>();
        for (Throwable failure : failures) {
            kept.add(keptFor(failure));
        }
        assertThat(kept).containsExactly(List.of(List.of("Zoe", "Ada")), List.of(List.of("Zoe", "Ada")));
        assertThat(failures)
                .extracting(failure -> failure.getSuppressed()[0].getMessage())
                .doesNotHaveDuplicates();
    }

    @Test
    void theNewDatabaseHasTheRowsOfTheNestedClassToo() {
        TestCases.of(SeededNestedTestCase.class).fail();
        assertThat(Seen.all()).containsExactly("[Zoe, Yan, Ada]", "[Zoe, Yan, Ada]");
    }

    @Test
    void neverMeansThatNothingIsKept() {
        Throwable failure = TestCases.of(NeverTestCase.class)
                .with("palindrome.keep", "always")
                .fail();
        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(Seen.all()).containsExactly("[Ada]", "[Ada, Ben]");
        assertThat(noteOf("database")).doesNotExist();
    }

    @Test
    void withoutASettingNothingIsKept() {
        assertThat(TestCases.of(ConfiguredTestCase.class).fail()).hasNoSuppressedExceptions();
    }

    @Test
    void theSettingMayAskForIt() throws Exception {
        Throwable failure = TestCases.of(ConfiguredTestCase.class)
                .with("palindrome.keep", "on-failure")
                .fail();
        assertThat(keptFor(failure)).containsExactly(List.of("Ada"));
    }

    @Test
    void aSystemPropertyStandsAboveJUnitsParameter() {
        System.setProperty("palindrome.keep", "never");
        try {
            assertThat(TestCases.of(ConfiguredTestCase.class)
                            .with("palindrome.keep", "on-failure")
                            .fail())
                    .hasNoSuppressedExceptions();
        } finally {
            System.clearProperty("palindrome.keep");
        }
    }

    @Test
    void whatWasNotCommittedIsNotKept() throws Exception {
        assertThat(keptFor(TestCases.of(UncommittedTestCase.class).fail())).containsExactly(List.of("Ada"));
    }

    @Test
    void onFailureKeepsNothingWhereAllIsWell() {
        TestCases.of(PassingTestCase.class)
                .with("palindrome.keep", "on-failure")
                .pass();
        assertThat(noteOf("database")).doesNotExist();
    }

    @Test
    void alwaysKeepsWhatIsThereAfterTheLastTest() throws Exception {
        TestCases.of(PassingTestCase.class).with("palindrome.keep", "always").pass();
        assertThat(Orders.keptIn(url(noteOf("database")))).containsExactly("Ada", "Ben");
    }

    @Test
    void alwaysKeepsAFailedTestsDatabaseToo() throws Exception {
        Throwable failure = TestCases.of(ConfiguredTestCase.class)
                .with("palindrome.keep", "always")
                .fail();
        assertThat(keptFor(failure)).containsExactly(List.of("Ada"));
    }

    @Test
    void anAbortedTestHasNotFailed() {
        TestCases.of(AbortedTestCase.class).run();
        assertThat(Seen.all()).containsExactly("[Ada]", "[Ada, Ben]");
        assertThat(noteOf("database")).doesNotExist();
    }

    @Test
    void aFailureAfterTheTestCounts() throws Exception {
        assertThat(keptFor(TestCases.of(AfterEachTestCase.class).fail())).containsExactly(List.of("Ada"));
    }

    @Test
    void aFailureOfAnotherExtensionCounts() throws Exception {
        assertThat(keptFor(TestCases.of(OtherExtensionTestCase.class).fail())).containsExactly(List.of("Ada"));
    }

    @Test
    void aFailedDynamicTestCounts() throws Exception {
        assertThat(keptFor(TestCases.of(DynamicTestCase.class).fail())).containsExactly(List.of("Ada", "Ben"));
    }

    @Test
    void aFailureBeforeAllTestsCounts() throws Exception {
        assertThat(keptFor(TestCases.of(BeforeAllTestCase.class).fail())).containsExactly(List.of("Ada"));
    }

    @Test
    void aFailureAfterAllTestsCounts() throws Exception {
        assertThat(keptFor(TestCases.of(AfterAllTestCase.class).fail())).containsExactly(List.of("Ada"));
    }

    @Test
    void aFailedPerClassConstructorCounts() throws Exception {
        assertThat(keptFor(TestCases.of(ConstructorTestCase.class).fail())).containsExactly(List.of("Ada"));
    }

    @Test
    void aFailedTestOfANestedClassKeepsTheOuterDatabase() throws Exception {
        assertThat(keptFor(TestCases.of(NestedTestCase.class).fail())).containsExactly(List.of("Ada"));
        assertThat(Seen.all()).containsExactly("after all [Ada]");
    }

    @Test
    void aFailedSetUpOfANestedClassKeepsTheOuterDatabase() throws Exception {
        assertThat(keptFor(TestCases.of(NestedSetUpTestCase.class).fail())).containsExactly(List.of("Ada"));
        assertThat(Seen.all()).containsExactly("after all [Ada]");
    }

    @Test
    void everyDatabaseThatTheTestCanSeeIsKept() throws Exception {
        assertThat(keptFor(TestCases.of(TwoDatabasesTestCase.class).fail()))
                .containsExactly(List.of("Ada"), List.of("Ben"));
    }

    @Test
    void aDataSourceOfTheClassLeadsToTheNewDatabase() {
        TestCases.of(FollowingTestCase.class).fail();
        assertThat(Seen.all()).containsExactly("[Ada]", "[Ben]");
    }

    @Test
    void aDataSourceOfTheClassIsOfNoUseBeyondIt() {
        TestCases.of(FollowingTestCase.class).fail();
        DataSource dataSource = Seen.thing("dataSource", DataSource.class);
        assertThatThrownBy(dataSource::getConnection)
                .isExactlyInstanceOf(PalindromeException.class)
                .hasMessage("The database of KeepDatabaseIT.FollowingTestCase was dropped when the class ended."
                        + " Do not use what it was handed beyond that.");
    }

    @Test
    void whatCannotBeKeptIsSaidAndReplacedAllTheSame() {
        Throwable failure = TestCases.of(ShutDownTestCase.class).fail();
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed)
                        .isInstanceOf(PalindromeException.class)
                        .hasMessageContaining("could not be kept"));
        assertThat(Seen.all()).containsExactly("[]");
    }

    @Test
    void whatATestHasLeftThatCannotBeResetIsKept() throws Exception {
        Throwable failure = TestCases.of(LeftOpenTestCase.class).fail();
        assertThat(failure)
                .hasMessageStartingWith("KeepDatabaseIT.LeftOpenTestCase.bIsNotRun cannot begin:"
                        + " KeepDatabaseIT.LeftOpenTestCase.aLeavesIt left a transaction open.");
        assertThat(keptFor(failure)).containsExactly(List.of("Ada"));
    }

    @Test
    void aResetThatFailsNamesTheTestBeforeIt() {
        Throwable failure = TestCases.of(GoneTestCase.class).fail();
        assertThat(failure)
                .isExactlyInstanceOf(PalindromeException.class)
                .hasCauseExactlyInstanceOf(ResetException.class)
                .hasMessage("KeepDatabaseIT.GoneTestCase.bIsNotRun cannot begin after"
                        + " KeepDatabaseIT.GoneTestCase.aShutsItDown: "
                        + failure.getCause().getMessage());
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed).hasMessageContaining("could not be kept"));
    }

    private static List<List<String>> keptFor(Throwable failure) throws IOException, SQLException {
        List<Path> notes = Arrays.stream(failure.getSuppressed())
                .filter(KeptDatabaseNote.class::isInstance)
                .map(Throwable::getMessage)
                .map(message -> message.replaceFirst(".* is kept: (.*) says how to open it\\.", "$1"))
                .map(Path::of)
                .toList();
        List<List<String>> customers = new ArrayList<>();
        for (Path note : notes) {
            customers.add(Orders.keptIn(url(note)));
        }
        return customers;
    }

    private static String url(Path note) throws IOException {
        return Files.readAllLines(note).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("jdbc:"))
                .findFirst()
                .orElseThrow();
    }

    private static Path noteOf(String database) {
        return KEPT.resolve(Seen.thing(database, TestDatabase.class).name() + ".txt");
    }

    private static void addAndList(DataSource dataSource, String customer) throws SQLException {
        Orders.add(dataSource, customer);
        Seen.line(Orders.customers(dataSource).toString());
    }

    private static boolean isGone(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @TestMethodOrder(MethodName.class)
    static class LeftOpenTestCase {

        @Test
        void aLeavesIt(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            Orders.add(connection, "Ben");
            Seen.thing("connection", connection);
        }

        @Test
        void bIsNotRun() {
            fail("it has begun");
        }

        @AfterAll
        static void close() throws SQLException {
            Seen.thing("connection", Connection.class).close();
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @TestMethodOrder(MethodName.class)
    static class GoneTestCase {

        @Test
        void aShutsItDown(Connection connection) throws SQLException {
            connection.createStatement().execute("SHUTDOWN");
        }

        @Test
        void bIsNotRun() {
            fail("it has begun");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE, reset = ResetMode.NEVER)
    @TestMethodOrder(MethodName.class)
    static class FailingTestCase {

        @Test
        void aFails(TestDatabase database) throws SQLException {
            Seen.thing("failed", database);
            addAndList(database.dataSource(), "Ada");
            fail("as it shall");
        }

        @Test
        void bPasses(DataSource dataSource) throws SQLException {
            Seen.thing("gone", isGone(Seen.thing("failed", TestDatabase.class).dataSource()));
            addAndList(dataSource, "Ben");
        }

        @Test
        void cPasses(DataSource dataSource) throws SQLException {
            addAndList(dataSource, "Cleo");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @Seed(Zoe.class)
    static class ResetTestCase extends FailingTestCase {}

    static class Zoe implements Seeder {

        @Override
        public void seed(SeedContext context) throws SQLException {
            Orders.add(context.dataSource(), "Zoe");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class FailingTwiceTestCase {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @RepeatedTest(3)
        void failsAtFirst(DataSource dataSource, RepetitionInfo repetition) throws SQLException {
            addAndList(dataSource, "Ada");
            assertThat(repetition.getCurrentRepetition()).isEqualTo(3);
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE, reset = ResetMode.NEVER)
    @Seed(Zoe.class)
    static class SeededNestedTestCase {

        @Nested
        @Seed(Yan.class)
        class InnerTestCase {

            @RepeatedTest(2)
            void failsAtFirst(DataSource dataSource, RepetitionInfo repetition) throws SQLException {
                addAndList(dataSource, "Ada");
                assertThat(repetition.getCurrentRepetition()).isEqualTo(2);
            }
        }
    }

    static class Yan implements Seeder {

        @Override
        public void seed(SeedContext context) throws SQLException {
            Orders.add(context.dataSource(), "Yan");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class FailingAloneTestCase {

        @Test
        void fails() {
            fail("as it shall");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.NEVER, reset = ResetMode.NEVER)
    static class NeverTestCase extends FailingThenPassing {}

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class ConfiguredTestCase extends FailingThenPassing {}

    @TestMethodOrder(MethodName.class)
    abstract static class FailingThenPassing {

        @Test
        void aFails(DataSource dataSource) throws SQLException {
            addAndList(dataSource, "Ada");
            fail("as it shall");
        }

        @Test
        void bPasses(TestDatabase database) throws SQLException {
            Seen.thing("database", database);
            addAndList(database.dataSource(), "Ben");
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    @TestMethodOrder(MethodName.class)
    static class PassingTestCase {

        @Test
        void aPasses(DataSource dataSource) throws SQLException {
            addAndList(dataSource, "Ada");
        }

        @Test
        void bPasses(TestDatabase database) throws SQLException {
            Seen.thing("database", database);
            addAndList(database.dataSource(), "Ben");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE, reset = ResetMode.NEVER)
    @TestMethodOrder(MethodName.class)
    static class AbortedTestCase {

        @Test
        void aIsAborted(DataSource dataSource) throws SQLException {
            addAndList(dataSource, "Ada");
            abort("as it shall");
        }

        @Test
        void bPasses(TestDatabase database) throws SQLException {
            Seen.thing("database", database);
            addAndList(database.dataSource(), "Ben");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class AfterEachTestCase {

        @Test
        void passes(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }

        @AfterEach
        void fails() {
            fail("as it shall");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class UncommittedTestCase {

        @Test
        void fails(Connection connection) throws SQLException {
            Orders.add(connection, "Ada");
            connection.setAutoCommit(false);
            Orders.add(connection, "Ben");
            fail("as it shall");
        }
    }

    static final class FailsAfterEach implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            fail("as it shall");
        }
    }

    @ExtendWith(FailsAfterEach.class)
    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class OtherExtensionTestCase {

        @Test
        void passes(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class DynamicTestCase {

        @TestFactory
        Stream<DynamicNode> dynamic(DataSource dataSource) {
            return Stream.of(
                    DynamicContainer.dynamicContainer("inside", Stream.of(DynamicTest.dynamicTest("fails", () -> {
                        Orders.add(dataSource, "Ada");
                        fail("as it shall");
                    }))),
                    DynamicTest.dynamicTest("passes", () -> Orders.add(dataSource, "Ben")));
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class BeforeAllTestCase {

        @BeforeAll
        static void fails(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            fail("as it shall");
        }

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class AfterAllTestCase {

        @AfterAll
        static void fails(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            fail("as it shall");
        }

        @Test
        void passes() {}
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @TestInstance(Lifecycle.PER_CLASS)
    static class ConstructorTestCase {

        ConstructorTestCase(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            fail("as it shall");
        }

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class NestedTestCase {

        @AfterAll
        static void list(DataSource dataSource) throws SQLException {
            Seen.line("after all " + Orders.customers(dataSource));
        }

        @Nested
        class InnerTestCase {

            @Test
            void fails(DataSource dataSource) throws SQLException {
                Orders.add(dataSource, "Ada");
                fail("as it shall");
            }
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class NestedSetUpTestCase {

        @AfterAll
        static void list(DataSource dataSource) throws SQLException {
            Seen.line("after all " + Orders.customers(dataSource));
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class InnerTestCase {

            @BeforeAll
            void fails(DataSource dataSource) throws SQLException {
                Orders.add(dataSource, "Ada");
                fail("as it shall");
            }

            @Test
            void isNotRun() {}
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @MigratedDatabase(name = "more", keep = KeepDatabase.ON_FAILURE)
    static class TwoDatabasesTestCase {

        @Test
        void fails(DataSource dataSource, @OnDatabase("more") DataSource more) throws SQLException {
            Orders.add(dataSource, "Ada");
            Orders.add(more, "Ben");
            fail("as it shall");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @TestInstance(Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodName.class)
    static class FollowingTestCase {

        private final DataSource dataSource;

        FollowingTestCase(DataSource dataSource) {
            this.dataSource = dataSource;
            Seen.thing("dataSource", dataSource);
        }

        @Test
        void aFails() throws SQLException {
            addAndList(dataSource, "Ada");
            fail("as it shall");
        }

        @Test
        void bPasses() throws SQLException {
            addAndList(dataSource, "Ben");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @TestMethodOrder(MethodName.class)
    static class ShutDownTestCase {

        @Test
        void aFails(Connection connection) throws SQLException {
            connection.createStatement().execute("SHUTDOWN");
            fail("as it shall");
        }

        @Test
        void bPasses(DataSource dataSource) throws SQLException {
            Seen.line(Orders.customers(dataSource).toString());
        }
    }
}
