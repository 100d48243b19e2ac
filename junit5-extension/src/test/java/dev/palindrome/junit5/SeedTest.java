package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.Seeder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Which rows a database has, and from when on. */
class SeedTest {

    @Test
    void generatedRowsNeedNothingElse() {
        assertThat(TestCases.of(FillTestCase.class).pass()).containsExactly("10 orders");
    }

    @Test
    void theSameSeedMakesTheSameRows() {
        List<String> once = TestCases.of(GeneratedTestCase.class)
                .with("palindrome.random-seed", "7")
                .pass();
        List<String> again = TestCases.of(GeneratedTestCase.class)
                .with("palindrome.random-seed", "7")
                .pass();
        List<String> others = TestCases.of(GeneratedTestCase.class)
                .with("palindrome.random-seed", "8")
                .pass();
        assertThat(again).isEqualTo(once).isNotEqualTo(others);
    }

    @Test
    void withinOneItIsScriptsThenDataThenGeneratedRowsThenSeeders() {
        assertThat(TestCases.of(AllOfItTestCase.class).pass())
                .singleElement()
                .satisfies(line -> assertThat(line).matches("\\[script, data, [^,]+, Ada]"));
    }

    @Test
    void severalAreFollowedAsWritten() {
        assertThat(TestCases.of(SeveralTestCase.class).pass()).containsExactly("[Ada, Ben, Ada]");
    }

    @Test
    void theSuperclassesAndInterfacesRowsComeFirst() {
        assertThat(TestCases.of(SubclassTestCase.class).pass()).containsExactly("[Ada, Cleo, Ben]");
    }

    @Test
    void aTestThatIsSkippedGetsNoRows() {
        EngineExecutionResults results = TestCases.of(SkippedTestCase.class).run();

        results.testEvents()
                .assertStatistics(stats -> stats.skipped(2).started(1).succeeded(1));
        assertThat(Seen.all()).containsExactlyInAnyOrder("constructor", "constructor", "constructor", "enabled [Ada]");
    }

    @Test
    void aConstructorOfATestThatIsSkippedGetsNoRowsOfTheTest() {
        EngineExecutionResults results =
                TestCases.of(SkippedAfterConstructorTestCase.class).run();

        results.testEvents().assertStatistics(stats -> stats.skipped(1).failed(0));
        assertThat(Seen.all()).containsExactly("constructor [Ada]");
    }

    @Test
    void aTestThatAnExtensionOfTheClassSkipsGetsNoRows() {
        EngineExecutionResults results =
                TestCases.of(SkippedByExtensionTestCase.class).run();

        results.testEvents()
                .assertStatistics(stats -> stats.skipped(2).started(1).succeeded(1));
        assertThat(Seen.all()).containsExactly("constructor", "constructor", "constructor", "not skipped []");
    }

    @Test
    void anAnnotationMaySayTheSame() {
        assertThat(TestCases.of(MetaAnnotatedTestCase.class).pass()).containsExactly("[Ada, Ben, Cleo]");
    }

    @Test
    void aPerClassConstructorFindsTheRows() {
        assertThat(TestCases.of(PerClassTestCase.class).pass())
                .containsExactly("constructor [Ada]", "before all [Ada]");
    }

    @Test
    void aMethodsRowsAreThereBeforeItsInstance() {
        assertThat(TestCases.of(MethodTestCase.class).pass())
                .containsExactly("constructor [Ada, Ben]", "before each [Ada, Ben]", "test [Ada, Ben]");
    }

    @Test
    void aMethodsRowsAreThereBeforeEachOfAPerClassInstance() {
        assertThat(TestCases.of(MethodOfPerClassTestCase.class).pass())
                .containsExactly("constructor [Ada]", "before each [Ada, Ben]", "test [Ada, Ben]");
    }

    @Test
    void aMethodsRowsAreForThatTestOnly() {
        assertThat(TestCases.of(RepeatedTestCase.class).pass()).containsExactly("[Ada]", "[Ada]");
    }

    @Test
    void whereNothingIsResetAMethodsRowsStay() {
        assertThat(TestCases.of(NeverResetTestCase.class).pass()).containsExactly("[Ada]", "[Ada, Ada]");
    }

    @Test
    void theNameSaysWhichDatabaseIsMeant() {
        assertThat(TestCases.of(TwoDatabasesTestCase.class).pass()).containsExactly("[Ada]", "[Ben, Cleo]");
    }

    @Test
    void aNestedClassAddsToTheSharedDatabase() {
        assertThat(TestCases.of(OuterTestCase.class).pass())
                .containsExactly("outer [Ada]", "inner before all [Ada, Ben]", "inner [Ada, Ben]");
    }

    @Test
    void aNestedClassesSeederMayGoThroughTheApplication() {
        assertThat(TestCases.of(ApplicationTestCase.class).pass()).containsExactly("inner [from the application]");
    }

    @Test
    void aNestedClassSeedsItsOwnDatabase() {
        assertThat(TestCases.of(OwnInsideTestCase.class).pass()).containsExactly("outer [Ada]", "inner [Ben]");
    }

    @Test
    void aSeederMayBePrivate() {
        assertThat(TestCases.of(PrivateSeederTestCase.class).pass()).containsExactly("[private]");
    }

    @Test
    void seedingThatFailsFailsTheClassAndNamesTheSeeder() {
        assertThat(TestCases.of(FailingTestCase.class).fail())
                .isExactlyInstanceOf(SeedException.class)
                .hasMessage("@Seed on SeedTest.FailingTestCase: The seeder " + Failing.class.getName()
                        + " failed: java.lang.IllegalStateException: as it shall")
                .hasRootCauseExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void seedingThatFailsFailsTheTestThatAsksForIt() {
        assertThat(TestCases.of(FailingMethodTestCase.class).fail())
                .isExactlyInstanceOf(SeedException.class)
                .hasMessage("@Seed on SeedTest.FailingMethodTestCase.aFails: The seeder " + Failing.class.getName()
                        + " failed: java.lang.IllegalStateException: as it shall");
        assertThat(Seen.all()).containsExactly("the other test");
    }

    @Test
    void aFailedTestShowsTheRandomSeed() {
        assertThat(TestCases.of(FailedTestCase.class)
                        .with("palindrome.random-seed", "42")
                        .fail()
                        .getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("The rows of @Seed were made with palindrome.random-seed=42.");
    }

    @Test
    void aFailedTestShowsTheRandomSeedOfTheMethodsRowsAndOfTheOuterClass() {
        assertThat(TestCases.of(FailedMethodTestCase.class, FailedInsideTestCase.class)
                        .failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("The rows of @Seed were made with palindrome.random-seed=20260401."));
    }

    @Test
    void withoutRowsThereIsNoRandomSeedToShow() {
        assertThat(TestCases.of(FailedWithoutRowsTestCase.class).fail()).hasNoSuppressedExceptions();
    }

    @Test
    void aTestThatCallsAFunctionOfAScriptIsToldOtherWays() {
        assertThat(TestCases.of(CallsAFunctionTestCase.class).fail().getSuppressed())
                .filteredOn(note -> String.valueOf(note.getMessage()).contains("run where scripts call them"))
                .singleElement()
                .asString()
                .contains("SeedContext.script", "palindrome.engine=sqlserver");
    }

    @Test
    void aTestThatCallsWhatNoScriptHasMadeIsNotToldSo() {
        assertThat(TestCases.of(CallsAnotherFunctionTestCase.class).fail().getSuppressed())
                .noneMatch(note -> String.valueOf(note.getMessage()).contains("run where scripts call them"));
    }

    static class Ada implements Seeder {

        @Override
        public void seed(SeedContext context) throws SQLException {
            Orders.add(context.dataSource(), "Ada");
        }
    }

    static class Ben implements Seeder {

        @Override
        public void seed(SeedContext context) throws SQLException {
            Orders.add(context.dataSource(), "Ben");
        }
    }

    static class Cleo implements Seeder {

        @Override
        public void seed(SeedContext context) throws SQLException {
            Orders.add(context.dataSource(), "Cleo");
        }
    }

    static class Failing implements Seeder {

        @Override
        public void seed(SeedContext context) {
            throw new IllegalStateException("as it shall");
        }
    }

    @MigratedDatabase
    @Seed(fill = "orders:10")
    static class FillTestCase {

        @Test
        void counts(DataSource dataSource) throws SQLException {
            Seen.line(Orders.customers(dataSource).size() + " orders");
        }
    }

    abstract static class Listing {

        @Test
        void lists(DataSource dataSource) throws SQLException {
            Seen.line(Orders.customers(dataSource).toString());
        }
    }

    @MigratedDatabase
    @Seed(fill = "orders:10")
    static class GeneratedTestCase extends Listing {}

    @MigratedDatabase
    @Seed(value = Ada.class, fill = "orders:1", data = "classpath:seed/data", scripts = "classpath:seed/first.sql")
    static class AllOfItTestCase extends Listing {}

    @MigratedDatabase
    @Seed(Ada.class)
    @Seed(Ben.class)
    @Seed(Ada.class)
    static class SeveralTestCase extends Listing {}

    @Seed(Ada.class)
    abstract static class Base extends Listing {}

    @Seed(Cleo.class)
    interface WithCleo {}

    @MigratedDatabase
    @Seed(Ben.class)
    static class SubclassTestCase extends Base implements WithCleo {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @MigratedDatabase
    @Seed(Ada.class)
    @Seed(Ben.class)
    @interface Seeded {}

    @Seeded
    @Seed(Cleo.class)
    static class MetaAnnotatedTestCase extends Listing {}

    @MigratedDatabase
    @Seed(Ada.class)
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        PerClassTestCase(DataSource dataSource) throws SQLException {
            Seen.line("constructor " + Orders.customers(dataSource));
        }

        @BeforeAll
        void beforeAll(DataSource dataSource) throws SQLException {
            Seen.line("before all " + Orders.customers(dataSource));
        }

        @Test
        void test() {}
    }

    @MigratedDatabase
    @Seed(Ada.class)
    static class MethodTestCase {

        MethodTestCase(DataSource dataSource) throws SQLException {
            Seen.line("constructor " + Orders.customers(dataSource));
        }

        @BeforeEach
        void beforeEach(DataSource dataSource) throws SQLException {
            Seen.line("before each " + Orders.customers(dataSource));
        }

        @Test
        @Seed(Ben.class)
        void test(DataSource dataSource) throws SQLException {
            Seen.line("test " + Orders.customers(dataSource));
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class MethodOfPerClassTestCase extends MethodTestCase {

        MethodOfPerClassTestCase(DataSource dataSource) throws SQLException {
            super(dataSource);
        }
    }

    @MigratedDatabase
    static class RepeatedTestCase {

        @RepeatedTest(2)
        @Seed(Ada.class)
        void test(DataSource dataSource) throws SQLException {
            Seen.line(Orders.customers(dataSource).toString());
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class NeverResetTestCase extends RepeatedTestCase {}

    @MigratedDatabase
    @MigratedDatabase(name = "more")
    @Seed(Ada.class)
    @Seed(value = Ben.class, database = "more")
    static class TwoDatabasesTestCase {

        @Test
        @Seed(value = Cleo.class, database = "more")
        void lists(DataSource dataSource, @OnDatabase("more") DataSource more) throws SQLException {
            Seen.line(Orders.customers(dataSource).toString());
            Seen.line(Orders.customers(more).toString());
        }
    }

    @MigratedDatabase
    @Seed(Ada.class)
    static class OuterTestCase {

        @Test
        void outer(DataSource dataSource) throws SQLException {
            Seen.line("outer " + Orders.customers(dataSource));
        }

        @Nested
        @Seed(Ben.class)
        @TestInstance(Lifecycle.PER_CLASS)
        class InnerTestCase {

            @BeforeAll
            void beforeAll(DataSource dataSource) throws SQLException {
                Seen.line("inner before all " + Orders.customers(dataSource));
            }

            @Test
            void inner(DataSource dataSource) throws SQLException {
                Seen.line("inner " + Orders.customers(dataSource));
            }
        }
    }

    @MigratedDatabase
    @Seed(Ada.class)
    static class OwnInsideTestCase {

        @Test
        void outer(DataSource dataSource) throws SQLException {
            Seen.line("outer " + Orders.customers(dataSource));
        }

        @Nested
        @MigratedDatabase
        @Seed(Ben.class)
        class InnerTestCase {

            @Test
            void inner(DataSource dataSource) throws SQLException {
                Seen.line("inner " + Orders.customers(dataSource));
            }
        }
    }

    @MigratedDatabase
    @Seed(PrivateSeederTestCase.Private.class)
    static class PrivateSeederTestCase extends Listing {

        private static final class Private implements Seeder {

            private Private() {}

            @Override
            public void seed(SeedContext context) throws SQLException {
                Orders.add(context.dataSource(), "private");
            }
        }
    }

    @MigratedDatabase
    static class ApplicationTestCase {

        @BeforeAll
        static void startApplication(DataSource dataSource) {
            Seen.thing("application", dataSource);
        }

        @Nested
        @Seed(ThroughApplication.class)
        class InnerTestCase {

            @Test
            void finds(DataSource dataSource) throws SQLException {
                Seen.line("inner " + Orders.customers(dataSource));
            }
        }
    }

    /** Another thread does it, as in a server. */
    static class ThroughApplication implements Seeder {

        @Override
        public void seed(SeedContext context) throws Exception {
            ExecutorService server = Executors.newSingleThreadExecutor();
            try {
                server.submit(() -> {
                            Orders.add(Seen.thing("application", DataSource.class), "from the application");
                            return true;
                        })
                        .get(10, TimeUnit.SECONDS);
            } finally {
                server.shutdownNow();
            }
        }
    }

    @MigratedDatabase
    @Seed(Failing.class)
    static class FailingTestCase extends Listing {}

    @MigratedDatabase
    @TestMethodOrder(MethodName.class)
    static class FailingMethodTestCase {

        @Test
        @Seed(Failing.class)
        void aFails() {
            Seen.line("not run");
        }

        @Test
        void bPasses() {
            Seen.line("the other test");
        }
    }

    @MigratedDatabase
    static class SkippedTestCase {

        SkippedTestCase() {
            Seen.line("constructor");
        }

        @Test
        @Disabled("as it shall")
        @Seed(Failing.class)
        void disabled() {}

        @Test
        @DisabledIf("always")
        @Seed(Failing.class)
        void disabledByCondition() {}

        @Test
        @EnabledIf("always")
        @Seed(Ada.class)
        void enabled(DataSource dataSource) throws SQLException {
            Seen.line("enabled " + Orders.customers(dataSource));
        }

        static boolean always() {
            return true;
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    @ExtendWith(SkipsThoseWithRows.class)
    @TestMethodOrder(MethodName.class)
    static class SkippedByExtensionTestCase {

        SkippedByExtensionTestCase() {
            Seen.line("constructor");
        }

        @Test
        @Seed(Failing.class)
        void aSkippedWithRowsThatCannotBeMade() {}

        @Test
        @Seed(Ada.class)
        void bSkippedWithRows() {}

        @Test
        void runs(DataSource dataSource) throws SQLException {
            Seen.line("not skipped " + Orders.customers(dataSource));
        }
    }

    /** What asks for rows of its own. */
    static class SkipsThoseWithRows implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.isAnnotated(context.getTestMethod(), Seed.class)
                    ? ConditionEvaluationResult.disabled("as it shall")
                    : ConditionEvaluationResult.enabled("has no rows of its own");
        }
    }

    @MigratedDatabase
    @Seed(Ada.class)
    static class SkippedAfterConstructorTestCase {

        SkippedAfterConstructorTestCase(DataSource dataSource) throws SQLException {
            Seen.line("constructor " + Orders.customers(dataSource));
        }

        @Test
        @Disabled("as it shall")
        @Seed(Failing.class)
        void disabled() {}
    }

    @MigratedDatabase
    @Seed(Ada.class)
    static class FailedTestCase {

        @Test
        void fails() {
            fail("as it shall");
        }
    }

    @MigratedDatabase
    static class FailedMethodTestCase {

        @Test
        @Seed(Ada.class)
        void fails() {
            fail("as it shall");
        }
    }

    @MigratedDatabase
    @Seed(Ada.class)
    static class FailedInsideTestCase {

        @Nested
        class InnerTestCase {

            @Test
            void fails() {
                fail("as it shall");
            }
        }
    }

    @MigratedDatabase
    static class FailedWithoutRowsTestCase {

        @Test
        void fails() {
            fail("as it shall");
        }
    }

    @MigratedDatabase
    @Seed(scripts = "classpath:seed/gross.sql")
    static class CallsAFunctionTestCase {

        @Test
        void fails(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT dbo.fn_gross(1)");
            }
        }
    }

    @MigratedDatabase
    @Seed(scripts = "classpath:seed/gross.sql")
    static class CallsAnotherFunctionTestCase {

        @Test
        void fails(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT dbo.fn_net(1)");
            }
        }
    }
}
