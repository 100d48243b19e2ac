package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import dev.palindrome.reset.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.Commit;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.annotation.Transactional;

/** Reset and {@code @Seed}, then Spring's transaction, then {@code @Sql}, {@code @BeforeEach} and the test. */
class TransactionOrderTest {

    private static final List<String> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static void pass(Class<?> testCase) {
        assertThat(
                        EngineTestKit.engine("junit-jupiter")
                                .selectors(selectClass(testCase))
                                .execute()
                                .allEvents()
                                .failed()
                                .stream())
                .isEmpty();
    }

    @Test
    void eachStepFindsWhatTheStepsBeforeItDid() {
        pass(StepsTestCase.class);

        assertThat(SEEN)
                .containsExactly(
                        "before the transaction [Mia]",
                        "before the test [Mia, Sue] in a transaction",
                        "test [Kim, Mia, Sue] in a transaction",
                        "after the test [Kim, Mia, Sue, Zoe] in a transaction",
                        "after the transaction [Mia]");
    }

    /** But for identities: a rollback does not give back those that were drawn. */
    @Test
    void afterARollbackNothingIsPutBack() {
        // Starts the context, which sets up logging anew.
        pass(RollbackTestCase.class);
        Logger logger = (Logger) LoggerFactory.getLogger(Snapshot.class);
        ListAppender<ILoggingEvent> resets = new ListAppender<>();
        resets.start();
        logger.addAppender(resets);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            pass(RollbackTestCase.class);
        } finally {
            logger.detachAppender(resets);
            logger.setLevel(null);
            logger.setAdditive(true);
        }

        assertThat(resets.list)
                .hasSizeGreaterThan(2)
                .extracting(ILoggingEvent::getFormattedMessage)
                .last()
                .asString()
                .contains("NOTHING");
    }

    @Test
    void whatIsCommittedIsPutBack() {
        pass(CommitTestCase.class);

        assertThat(SEEN).containsExactly("one []", "other []", "after all [Zoe]");
    }

    @Test
    void aContextThatIsClosedBeforeATestComesWithItsDatabase() {
        pass(DirtyBeforeTestCase.class);

        assertThat(SEEN).containsExactly("one [Mia]", "other [Mia]");
    }

    abstract static class Steps {

        @Autowired
        JdbcClient jdbc;

        void see(String step) {
            SEEN.add(step + " "
                    + jdbc.sql("SELECT name FROM dbo.users ORDER BY name")
                            .query(String.class)
                            .list()
                    + (TestTransaction.isActive() ? " in a transaction" : ""));
        }

        void add(String name) {
            jdbc.sql("INSERT INTO dbo.users (name) VALUES (?)").param(name).update();
        }
    }

    @Transactional
    @SpringBootTest(properties = "test.cached=2")
    @MigratedDatabase
    static class StepsTestCase extends Steps {

        @BeforeTransaction
        void beforeTransaction() {
            see("before the transaction");
        }

        @BeforeEach
        void before() {
            see("before the test");
            add("Kim");
        }

        @Test
        @Seed(scripts = "classpath:one-more-user.sql")
        @Sql("classpath:sue.sql")
        void test() {
            see("test");
            add("Zoe");
        }

        @AfterEach
        void after() {
            see("after the test");
        }

        @AfterTransaction
        void afterTransaction() {
            see("after the transaction");
        }
    }

    @SpringBootTest(properties = "test.cached=2")
    @MigratedDatabase
    @Seed(scripts = "classpath:one-more-user.sql")
    @Transactional
    static class RollbackTestCase extends Steps {

        @RepeatedTest(3)
        void test() {
            assertThat(jdbc.sql("UPDATE dbo.users SET name = 'Zoe'").update()).isEqualTo(1);
        }
    }

    @SpringBootTest(properties = "test.cached=2")
    @MigratedDatabase
    @Transactional
    @Commit
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class CommitTestCase extends Steps {

        @BeforeTransaction
        void none() {
            assertThat(TestTransaction.isActive()).isFalse();
        }

        @Test
        @Order(1)
        void one() {
            seeOnce("one");
            add("Zoe");
        }

        @Test
        @Order(2)
        void other() {
            seeOnce("other");
            add("Zoe");
        }

        private void seeOnce(String test) {
            SEEN.add(test + " "
                    + jdbc.sql("SELECT name FROM dbo.users").query(String.class).list());
        }

        @AfterTransaction
        void afterAll() {
            if (SEEN.size() == 2) {
                see("after all");
            }
        }
    }

    @SpringBootTest(properties = "test.dirty=3")
    @MigratedDatabase
    @Seed(scripts = "classpath:one-more-user.sql")
    @DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DirtyBeforeTestCase extends Steps {

        @Test
        @Order(1)
        void one() {
            see("one");
            add("Zoe");
        }

        @Test
        @Order(2)
        void other() {
            see("other");
            add("Zoe");
        }
    }
}
