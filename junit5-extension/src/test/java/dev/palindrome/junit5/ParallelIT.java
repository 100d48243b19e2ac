package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.palindrome.CapturedLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Classes and methods at the same time. Barriers make sure that they are. */
@Timeout(120)
@ExtendWith(DeleteKept.class)
class ParallelIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @Test
    void theMethodsOfAClassShareOneDatabase() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            MethodsTestCase.together = new CyclicBarrier(4);
            assertThat(TestCases.of(MethodsTestCase.class).inParallel().pass())
                    .containsExactly("4 orders", "4 orders", "4 orders", "4 orders");
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void theMethodsOfAPerClassInstanceShareOneDatabase() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            PerClassTestCase.together = new CyclicBarrier(4);
            assertThat(TestCases.of(PerClassTestCase.class).inParallel().pass())
                    .containsExactly("4 orders", "4 orders", "4 orders", "4 orders");
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void classesHaveTheirOwn() {
        OneClass.together = new CyclicBarrier(3);
        assertThat(TestCases.of(FirstTestCase.class, SecondTestCase.class, ThirdTestCase.class)
                        .inParallel()
                        .pass())
                .containsExactly("[Ada]", "[Ada]", "[Ada]");
    }

    @Test
    void nestedClassesShareTheOuterOne() {
        OuterTestCase.together = new CyclicBarrier(3);
        assertThat(TestCases.of(OuterTestCase.class).inParallel().pass())
                .containsExactly("3 orders", "3 orders", "3 orders");
    }

    /** The failed test's database is replaced while another test is on it, which must notice nothing. */
    @Test
    void aFailedTestTakesNothingAwayFromAnother() {
        FailingTestCase.bothHaveStarted = new CyclicBarrier(2);
        FailingTestCase.oneHasFailed = new CountDownLatch(1);
        Throwable failure = TestCases.of(FailingTestCase.class).inParallel().fail();
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(Seen.all()).containsExactly("[Ben] after the failure");
    }

    @Test
    void twoFailuresOnOneDatabasePointToTheSamePlace() {
        BothFailTestCase.together = new CyclicBarrier(2);
        List<Throwable> failures =
                TestCases.of(BothFailTestCase.class).inParallel().failures();
        assertThat(failures)
                .hasSize(2)
                .extracting(failure -> failure.getSuppressed()[0].getMessage())
                .containsOnly(failures.get(0).getSuppressed()[0].getMessage());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAndCount(DataSource dataSource, CyclicBarrier together) throws SQLException {
        Orders.add(dataSource, "Ada");
        await(together);
        Seen.line(Orders.customers(dataSource).size() + " orders");
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class MethodsTestCase {

        private static CyclicBarrier together = new CyclicBarrier(1);

        @RepeatedTest(4)
        void addsAndCounts(DataSource dataSource) throws SQLException {
            addAndCount(dataSource, together);
        }
    }

    /** JUnit takes the default mode to such a class only where it says so itself. */
    @Execution(ExecutionMode.CONCURRENT)
    @MigratedDatabase(reset = ResetMode.NEVER)
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        private static CyclicBarrier together = new CyclicBarrier(1);

        private final DataSource dataSource;

        PerClassTestCase(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @RepeatedTest(4)
        void addsAndCounts(Connection connection) throws SQLException {
            assertThat(connection.isClosed()).isFalse();
            addAndCount(dataSource, together);
        }
    }

    @MigratedDatabase
    abstract static class OneClass {

        private static CyclicBarrier together = new CyclicBarrier(1);

        @Test
        void addsAndLists(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            await(together);
            List<String> customers = Orders.customers(dataSource);
            await(together);
            Seen.line(customers.toString());
        }
    }

    static class FirstTestCase extends OneClass {}

    static class SecondTestCase extends OneClass {}

    static class ThirdTestCase extends OneClass {}

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class OuterTestCase {

        private static CyclicBarrier together = new CyclicBarrier(1);

        @Test
        void outer(DataSource dataSource) throws SQLException {
            addAndCount(dataSource, together);
        }

        @Nested
        class FirstTestCase {

            @Test
            void first(DataSource dataSource) throws SQLException {
                addAndCount(dataSource, together);
            }
        }

        @Nested
        class SecondTestCase {

            @Test
            void second(DataSource dataSource) throws SQLException {
                addAndCount(dataSource, together);
            }
        }
    }

    /** JUnit says so after it has closed the test's store, when its database has been replaced. */
    static final class SignalsFailure implements TestWatcher {

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            FailingTestCase.oneHasFailed.countDown();
        }
    }

    @ExtendWith(SignalsFailure.class)
    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE, reset = ResetMode.NEVER)
    static class FailingTestCase {

        private static CyclicBarrier bothHaveStarted = new CyclicBarrier(1);
        private static CountDownLatch oneHasFailed = new CountDownLatch(1);

        @Test
        void fails() {
            await(bothHaveStarted);
            fail("as it shall");
        }

        @Test
        void goesOn(DataSource dataSource) throws SQLException, InterruptedException {
            await(bothHaveStarted);
            assertThat(oneHasFailed.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            Orders.add(dataSource, "Ben");
            Seen.line(Orders.customers(dataSource) + " after the failure");
        }
    }

    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE, reset = ResetMode.NEVER)
    static class BothFailTestCase {

        private static CyclicBarrier together = new CyclicBarrier(1);

        @RepeatedTest(2)
        void fails() {
            await(together);
            fail("as it shall");
        }
    }
}
