package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.palindrome.junit5.KeepDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What a failed test has left behind is for a person; the application goes on with the database that it has. */
class KeptDatabaseTest {

    @Test
    void aCopyIsKeptAndTheNextTestBeginsAnew() {
        Events tests = run(FailingTestCase.class);

        assertThat(tests.succeeded().count()).isEqualTo(1);
        assertThat(suppressed(tests))
                .singleElement()
                .asString()
                .matches("The database of KeptDatabaseTest\\.FailingTestCase is kept:"
                        + " \\S+\\.txt says how to open it\\.");
    }

    @Test
    void behindAClosedContextThereIsNothingToKeep() {
        assertThat(suppressed(run(DirtyTestCase.class)))
                .singleElement()
                .asString()
                .matches(
                        "The embedded database palindrome_dirty_test_case_\\w+ could not be kept in target/palindrome/kept: .*");
    }

    private static Events run(Class<?> testCase) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .execute()
                .testEvents();
    }

    private static List<String> suppressed(Events tests) {
        return tests.failed().stream()
                .map(Event::getPayload)
                .flatMap(payload ->
                        payload
                                .map(TestExecutionResult.class::cast)
                                .flatMap(TestExecutionResult::getThrowable)
                                .stream())
                .flatMap(failure -> Stream.of(failure.getSuppressed()))
                .map(Throwable::getMessage)
                .toList();
    }

    @SpringBootTest
    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class FailingTestCase {

        @Autowired
        JdbcClient jdbc;

        @Test
        @Order(1)
        void fails() {
            jdbc.sql("INSERT INTO dbo.users (name) VALUES ('Zoe')").update();
            throw new AssertionError("as it should");
        }

        @Test
        @Order(2)
        void goesOn() {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM dbo.users")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @SpringBootTest(properties = "test.dirty=2")
    @MigratedDatabase(keep = KeepDatabase.ON_FAILURE)
    static class DirtyTestCase {

        @Test
        @DirtiesContext
        void fails() {
            throw new AssertionError("as it should");
        }
    }
}
