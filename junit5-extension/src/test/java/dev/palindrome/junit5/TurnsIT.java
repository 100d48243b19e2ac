package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.roundtrip.RoundTrip;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Classes run at the same time, tests that are reset on one database do not. */
@Timeout(120)
class TurnsIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration LONG_ENOUGH_TO_MEET = Duration.ofMillis(30);

    @Test
    void theMethodsOfAClassTakeTurns() {
        assertThat(TestCases.of(MethodsTestCase.class).inParallel().pass())
                .hasSize(11)
                .containsOnly("alone with [Zoe, Ada]");
    }

    @Test
    void theMethodsOfAPerClassInstanceTakeTurns() {
        assertThat(TestCases.of(PerClassTestCase.class).inParallel().pass())
                .hasSize(11)
                .containsOnly("alone with [Zoe, Ada]");
    }

    @Test
    void nestedClassesThatShareADatabaseTakeTurnsAsAWhole() {
        assertThat(TestCases.of(OuterTestCase.class).inParallel().pass())
                .hasSize(8)
                .containsOnly("alone with [Ada]", "alone with [Ben, Ada]", "alone with [Cleo, Ada]");
    }

    @Test
    void eightClassesRunAtTheSameTime() {
        OneOfEight.together = new CyclicBarrier(8);
        assertThat(TestCases.of(
                                OneTestCase.class,
                                TwoTestCase.class,
                                ThreeTestCase.class,
                                FourTestCase.class,
                                FiveTestCase.class,
                                SixTestCase.class,
                                SevenTestCase.class,
                                EightTestCase.class)
                        .inParallel()
                        .pass())
                .hasSize(24)
                .containsOnly("[Zoe, Ada]");
    }

    @Test
    void withBeforeAllTheMethodsRunTogether() {
        BeforeAllTestCase.together = new CyclicBarrier(3);
        assertThat(TestCases.of(BeforeAllTestCase.class).inParallel().pass()).containsOnly("met");
    }

    @Test
    void aRoundTripWaitsForNobody() {
        RoundTripTestCase.together = new CyclicBarrier(3);
        assertThat(TestCases.of(RoundTripTestCase.class).inParallel().pass()).containsOnly("met");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says so where another test of the class is working at the same time. */
    private static void addAlone(AtomicInteger working, DataSource dataSource) throws SQLException {
        boolean alone = working.incrementAndGet() == 1;
        Orders.add(dataSource, "Ada");
        pause();
        Seen.line((alone ? "alone with " : "beside others with ") + Orders.customers(dataSource));
        working.decrementAndGet();
    }

    private static void pause() {
        try {
            Thread.sleep(LONG_ENOUGH_TO_MEET.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @MigratedDatabase
    static class MethodsTestCase {

        private static final AtomicInteger WORKING = new AtomicInteger();

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @RepeatedTest(4)
        void repeated(DataSource dataSource) throws SQLException {
            addAlone(WORKING, dataSource);
        }

        @RepeatedTest(4)
        void repeatedBesideIt(DataSource dataSource) throws SQLException {
            addAlone(WORKING, dataSource);
        }

        @Test
        void one(DataSource dataSource) throws SQLException {
            addAlone(WORKING, dataSource);
        }

        @Test
        void two(DataSource dataSource) throws SQLException {
            addAlone(WORKING, dataSource);
        }

        @TestFactory
        Stream<DynamicTest> dynamic(DataSource dataSource) {
            return Stream.of(DynamicTest.dynamicTest("only", () -> addAlone(WORKING, dataSource)));
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase extends MethodsTestCase {}

    @MigratedDatabase
    static class OuterTestCase {

        private static final AtomicInteger WORKING = new AtomicInteger();

        @RepeatedTest(2)
        void outer(DataSource dataSource) throws SQLException {
            addAlone(WORKING, dataSource);
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        @Execution(ExecutionMode.CONCURRENT)
        class FirstTestCase {

            @BeforeAll
            void addBen(DataSource dataSource) throws SQLException {
                Orders.add(dataSource, "Ben");
            }

            @RepeatedTest(3)
            void first(DataSource dataSource) throws SQLException {
                addAlone(WORKING, dataSource);
            }
        }

        @Nested
        @Seed(SeedTest.Cleo.class)
        class SecondTestCase {

            @RepeatedTest(3)
            void second(DataSource dataSource) throws SQLException {
                addAlone(WORKING, dataSource);
            }
        }
    }

    @MigratedDatabase
    abstract static class OneOfEight {

        private static CyclicBarrier together = new CyclicBarrier(1);

        @BeforeAll
        static void meetTheOthers(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
            meet(together);
        }

        @RepeatedTest(3)
        void adds(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            List<String> customers = Orders.customers(dataSource);
            Seen.line(customers.toString());
        }
    }

    static class OneTestCase extends OneOfEight {}

    static class TwoTestCase extends OneOfEight {}

    static class ThreeTestCase extends OneOfEight {}

    static class FourTestCase extends OneOfEight {}

    static class FiveTestCase extends OneOfEight {}

    static class SixTestCase extends OneOfEight {}

    static class SevenTestCase extends OneOfEight {}

    static class EightTestCase extends OneOfEight {}

    @MigratedDatabase(reset = ResetMode.BEFORE_ALL)
    static class BeforeAllTestCase {

        private static CyclicBarrier together = new CyclicBarrier(1);

        @RepeatedTest(3)
        void meets() {
            meet(together);
            Seen.line("met");
        }
    }

    @MigratedDatabase
    static class RoundTripTestCase {

        private static CyclicBarrier together = new CyclicBarrier(1);

        @RoundTripTest
        void meets(RoundTrip trip) {
            trip.assertReversible();
            meet(together);
            Seen.line("met");
        }

        @Test
        void meetsToo() {
            meet(together);
            Seen.line("met");
        }
    }
}
