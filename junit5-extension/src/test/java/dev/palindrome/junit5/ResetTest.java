package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each test begins with. */
class ResetTest {

    @Test
    void everyTestBeginsWithWhatBeforeAllHasLeft() {
        assertThat(TestCases.of(DefaultTestCase.class).pass())
                .containsExactly("[Zoe, Ada]", "[Zoe, Ada]", "after all [Zoe, Ada]");
    }

    @Test
    void aPerClassInstanceIsNoDifferent() {
        assertThat(TestCases.of(PerClassTestCase.class).pass())
                .containsExactly("[Yan, Zoe, Ada]", "[Yan, Zoe, Ada]", "after all [Yan, Zoe, Ada]");
    }

    @Test
    void rowsOfAConstructorAreItsTests() {
        assertThat(TestCases.of(ConstructorTestCase.class).pass()).containsExactly("[Ada]", "[Ada]");
    }

    @Test
    void everyRepetitionAndInvocationIsReset() {
        assertThat(TestCases.of(TemplatesTestCase.class).pass()).containsExactly("[a]", "[b]", "[Ada]", "[Ada]");
    }

    @Test
    void theDynamicTestsOfOneFactoryAreOneTest() {
        assertThat(TestCases.of(FactoryTestCase.class).pass())
                .containsExactly("[first]", "[first, second]", "[first]", "[first, second]");
    }

    @Test
    void beforeAllResetsNothingBetweenTheTestsOfAClass() {
        assertThat(TestCases.of(BeforeAllTestCase.class).pass())
                .containsExactly(
                        "[Zoe, Ada]", "[Zoe, Ada, Ada]", "first [Zoe, Ada]", "first [Zoe, Ada, Ada]", "second [Zoe]");
    }

    @Test
    void neverResetsNothingAtAll() {
        assertThat(TestCases.of(NeverTestCase.class).pass()).containsExactly("[Ada]", "[Ada, Ada]", "[Ada, Ada, Ada]");
    }

    @Test
    void aNestedClassAddsToWhatTheOuterOneBeginsWith() {
        assertThat(TestCases.of(OuterTestCase.class).pass())
                .containsExactly(
                        "outer [Zoe, Ada]",
                        "first before all [Zoe, Ben]",
                        "first [Zoe, Ben, Ada]",
                        "first [Zoe, Ben, Ada]",
                        "innermost [Zoe, Ben, Cleo, Ada]",
                        "second [Zoe, Ada]",
                        "outer after all [Zoe, Ada]");
    }

    @Test
    void aNestedClassComesBeforeTheTestsOfTheOuterOneToo() {
        assertThat(TestCases.of(OnlyNestedTestCase.class).pass())
                .containsExactly("first [Zoe, Ada]", "second [Zoe, Ada]");
    }

    @Test
    void aNestedClassesOwnRowsAreGoneAfterIt() {
        assertThat(TestCases.of(SeededInsideTestCase.class).pass())
                .containsExactly("first [Ada, Ben]", "first [Ada, Ben]", "second [Ada]");
    }

    @Test
    void theSchemaComesBackToo() {
        assertThat(TestCases.of(SchemaTestCase.class).pass()).containsExactly("[]", "[]");
    }

    @Test
    void connectionsStayOpen() {
        assertThat(TestCases.of(ConnectionTestCase.class).pass()).containsExactly("[Ada]", "[Ada]");
    }

    @Test
    void severalDatabasesAreResetAsEachOfThemSays() {
        assertThat(TestCases.of(SeveralTestCase.class).pass()).containsExactly("[Ada] [Ben]", "[Ada] [Ben, Ben]");
    }

    @Test
    void oneLineSaysWhatWasDone() {
        try (CapturedLog log = new CapturedLog(Snapshot.class)) {
            TestCases.of(DefaultTestCase.class).pass();
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .matches("DEBUG Reset of palindrome_reset_test_default_test_case_[a-z0-9]{16}:"
                                    + " TABLES in [0-9.]+ ms: dbo.orders: 1 row added, identity moved"));
        }
    }

    @Test
    void aRoundTripNeedsNoReset() {
        try (CapturedLog log = new CapturedLog(Snapshot.class)) {
            TestCases.of(RoundTripTestCase.class).pass();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void anOpenTransactionIsLaidToTheTestThatLeftIt() {
        assertThat(TestCases.of(OpenTransactionTestCase.class).fail())
                .isExactlyInstanceOf(PalindromeException.class)
                .hasCauseExactlyInstanceOf(OpenTransactionException.class)
                .message()
                .matches("ResetTest.OpenTransactionTestCase.bIsNotRun cannot begin:"
                        + " ResetTest.OpenTransactionTestCase.aLeavesIt left a transaction open."
                        + " palindrome_reset_test_open_transaction_test_case_[a-z0-9]{16} cannot be reset: a transaction"
                        + " is still open on connection [0-9]+ of [^ ]+, opened at .+\\."
                        + " Commit it, roll it back or close the connection before the test ends\\.");
    }

    @Test
    void anOpenTransactionOfBeforeAllIsLaidToNoTest() {
        assertThat(TestCases.of(OpenBeforeAllTestCase.class).fail())
                .isExactlyInstanceOf(PalindromeException.class)
                .hasMessageStartingWith("ResetTest.OpenBeforeAllTestCase.isNotRun cannot begin:"
                        + " what came before the first test left a transaction open. ");
    }

    private static void addAndList(String who, DataSource dataSource, String customer) throws SQLException {
        Orders.add(dataSource, customer);
        Seen.line(who + Orders.customers(dataSource));
    }

    private static void list(String who, DataSource dataSource) throws SQLException {
        Seen.line(who + Orders.customers(dataSource));
    }

    abstract static class TwoTests {

        @Test
        void one(DataSource dataSource) throws SQLException {
            addAndList("", dataSource, "Ada");
        }

        @Test
        void two(DataSource dataSource) throws SQLException {
            addAndList("", dataSource, "Ada");
        }
    }

    @MigratedDatabase
    static class DefaultTestCase extends TwoTests {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @AfterAll
        static void afterAll(DataSource dataSource) throws SQLException {
            list("after all ", dataSource);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase extends DefaultTestCase {

        PerClassTestCase(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Yan");
        }
    }

    @MigratedDatabase
    static class ConstructorTestCase {

        ConstructorTestCase(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }

        @RepeatedTest(2)
        void lists(DataSource dataSource) throws SQLException {
            list("", dataSource);
        }
    }

    @MigratedDatabase
    @TestMethodOrder(MethodName.class)
    static class TemplatesTestCase {

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void aParameters(String customer, DataSource dataSource) throws SQLException {
            addAndList("", dataSource, customer);
        }

        @RepeatedTest(2)
        void bRepetitions(DataSource dataSource) throws SQLException {
            addAndList("", dataSource, "Ada");
        }
    }

    @MigratedDatabase
    static class FactoryTestCase {

        @TestFactory
        Stream<DynamicTest> one(DataSource dataSource) {
            return two(dataSource);
        }

        @TestFactory
        Stream<DynamicTest> two(DataSource dataSource) {
            return Stream.of("first", "second")
                    .map(name -> DynamicTest.dynamicTest(name, () -> addAndList("", dataSource, name)));
        }
    }

    @MigratedDatabase(reset = ResetMode.BEFORE_ALL)
    @TestClassOrder(ClassOrderer.ClassName.class)
    static class BeforeAllTestCase extends TwoTests {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @Nested
        class FirstTestCase {

            @RepeatedTest(2)
            void adds(DataSource dataSource) throws SQLException {
                addAndList("first ", dataSource, "Ada");
            }
        }

        @Nested
        class SecondTestCase {

            @Test
            void lists(DataSource dataSource) throws SQLException {
                list("second ", dataSource);
            }
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class NeverTestCase extends TwoTests {

        @Nested
        class InnerTestCase {

            @Test
            void adds(DataSource dataSource) throws SQLException {
                addAndList("", dataSource, "Ada");
            }
        }
    }

    @MigratedDatabase
    @TestClassOrder(ClassOrderer.ClassName.class)
    static class OuterTestCase {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @BeforeEach
        void addAda(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }

        @Test
        void outer(DataSource dataSource) throws SQLException {
            list("outer ", dataSource);
        }

        @AfterAll
        static void afterAll(DataSource dataSource) throws SQLException {
            list("outer after all ", dataSource);
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class FirstTestCase {

            @BeforeAll
            void addBen(DataSource dataSource) throws SQLException {
                addAndList("first before all ", dataSource, "Ben");
            }

            @RepeatedTest(2)
            void first(DataSource dataSource) throws SQLException {
                list("first ", dataSource);
            }

            @Nested
            @TestInstance(Lifecycle.PER_CLASS)
            class InnermostTestCase {

                InnermostTestCase(DataSource dataSource) throws SQLException {
                    Orders.add(dataSource, "Cleo");
                }

                @Test
                void innermost(DataSource dataSource) throws SQLException {
                    list("innermost ", dataSource);
                }
            }
        }

        @Nested
        class SecondTestCase {

            @Test
            void second(DataSource dataSource) throws SQLException {
                list("second ", dataSource);
            }
        }
    }

    @MigratedDatabase
    @TestClassOrder(ClassOrderer.ClassName.class)
    static class OnlyNestedTestCase {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @Nested
        class FirstTestCase {

            @Test
            void first(DataSource dataSource) throws SQLException {
                addAndList("first ", dataSource, "Ada");
            }
        }

        @Nested
        class SecondTestCase {

            @Test
            void second(DataSource dataSource) throws SQLException {
                addAndList("second ", dataSource, "Ada");
            }
        }
    }

    @MigratedDatabase
    @Seed(SeedTest.Ada.class)
    @TestClassOrder(ClassOrderer.ClassName.class)
    static class SeededInsideTestCase {

        @Nested
        @Seed(SeedTest.Ben.class)
        class FirstTestCase {

            @RepeatedTest(2)
            void first(DataSource dataSource) throws SQLException {
                list("first ", dataSource);
                Orders.add(dataSource, "Cleo");
            }
        }

        @Nested
        class SecondTestCase {

            @Test
            void second(DataSource dataSource) throws SQLException {
                list("second ", dataSource);
            }
        }
    }

    @MigratedDatabase
    static class SchemaTestCase {

        @RepeatedTest(2)
        void addsAColumn(Connection connection) throws SQLException {
            Seen.line(Orders.customers(connection).toString());
            connection.createStatement().execute("ALTER TABLE dbo.orders ADD colour INT NULL");
            Orders.add(connection, "Ada");
        }
    }

    @MigratedDatabase
    @TestInstance(Lifecycle.PER_CLASS)
    static class ConnectionTestCase {

        private final Connection connection;

        ConnectionTestCase(Connection connection) {
            this.connection = connection;
        }

        @RepeatedTest(2)
        void adds() throws SQLException {
            Orders.add(connection, "Ada");
            Seen.line(Orders.customers(connection).toString());
        }
    }

    @MigratedDatabase
    @MigratedDatabase(name = "more", reset = ResetMode.NEVER)
    static class SeveralTestCase {

        @RepeatedTest(2)
        void addsToBoth(DataSource dataSource, @OnDatabase("more") DataSource more) throws SQLException {
            Orders.add(dataSource, "Ada");
            Orders.add(more, "Ben");
            Seen.line(Orders.customers(dataSource) + " " + Orders.customers(more));
        }
    }

    @MigratedDatabase
    static class RoundTripTestCase {

        @RoundTripTest
        void everyMigration(RoundTrip trip) {
            trip.assertReversible();
        }

        @Test
        void theOnlyTestThatIsReset() {}
    }

    @MigratedDatabase
    @TestMethodOrder(MethodName.class)
    static class OpenTransactionTestCase {

        @Test
        void aLeavesIt(TestDatabase database) throws SQLException {
            Connection connection = database.dataSource().getConnection();
            Seen.thing("connection", connection);
            connection.setAutoCommit(false);
            Orders.add(connection, "Ada");
        }

        @Test
        void bIsNotRun() {
            Seen.line("run");
        }

        @AfterAll
        static void close() throws SQLException {
            Seen.thing("connection", Connection.class).close();
            assertThat(Seen.all()).isEqualTo(List.of());
        }
    }

    @MigratedDatabase
    static class OpenBeforeAllTestCase {

        @BeforeAll
        static void leave(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            Orders.add(connection, "Ada");
        }

        @Test
        void isNotRun() {
            Seen.line("run");
        }
    }
}
