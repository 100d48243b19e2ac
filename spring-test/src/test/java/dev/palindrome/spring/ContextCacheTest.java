package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.annotation.Transactional;

/** The database belongs to the application context: as many of the one as of the other, and as long. */
class ContextCacheTest {

    /** What the test cases have seen, in their order. */
    private static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());

    private static final List<TestDatabase> DATABASES = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forget() {
        SEEN.clear();
        DATABASES.clear();
        TodoApplication.STARTS.set(0);
    }

    /** One after the other, each with all that JUnit begins and ends with, but in one JVM with one cache of contexts. */
    private static void pass(Class<?>... testCases) {
        for (Class<?> testCase : testCases) {
            assertThat(
                            EngineTestKit.engine("junit-jupiter")
                                    .selectors(selectClass(testCase))
                                    .execute()
                                    .allEvents()
                                    .failed()
                                    .stream())
                    .isEmpty();
        }
    }

    private static void see(String test, JdbcClient jdbc, TestDatabase database) {
        SEEN.add(test + " "
                + jdbc.sql("SELECT name FROM dbo.users ORDER BY name")
                        .query(String.class)
                        .list());
        DATABASES.add(database);
    }

    @Test
    void classesThatAskForTheSameShareAContextAndItsDatabase() {
        pass(FirstTestCase.class, SecondTestCase.class);

        assertThat(TodoApplication.STARTS).hasValue(1);
        assertThat(DATABASES).hasSize(4);
        assertThat(DATABASES.stream().distinct()).hasSize(1);
    }

    @Test
    void rowsOfAClassGoWhenItEnds() {
        pass(FirstTestCase.class, SecondTestCase.class, FirstTestCase.class);

        assertThat(SEEN)
                .containsExactly(
                        "first [all, Mia]",
                        "again [all, Mia]",
                        "second []",
                        "nested [Sue]",
                        "first [all, Mia]",
                        "again [all, Mia]");
    }

    @Test
    void whoAsksForAnotherDatabaseGetsAnotherContext() {
        pass(SecondTestCase.class, AnotherTestCase.class);

        assertThat(DATABASES.stream().distinct()).hasSize(2);
    }

    @Test
    void whoHasBeansOrPropertiesOfItsOwnHasAContextAndADatabaseOfItsOwn() {
        pass(SecondTestCase.class, MockTestCase.class, PropertyTestCase.class, SecondTestCase.class);

        assertThat(SEEN)
                .containsExactly("second []", "nested [Sue]", "mock []", "property []", "second []", "nested [Sue]");
        assertThat(DATABASES.stream().distinct()).hasSize(3);
        assertThat(DATABASES.get(5)).isSameAs(DATABASES.get(0));
    }

    @Test
    void aClosedContextDropsItsDatabase() {
        pass(DirtyTestCase.class);

        assertThat(SEEN).containsExactly("dirty []", "clean []");
        assertThat(TodoApplication.STARTS).hasValue(2);
        assertThat(DATABASES.stream().distinct()).hasSize(2);
        assertThat(DATABASES)
                .allSatisfy(database -> assertThatThrownBy(
                                () -> database.dataSource().getConnection().close())
                        .isInstanceOf(SQLException.class));
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNothingInWhicheverOrderTheAnnotationsStand() {
        pass(TransactionalTestCase.class, TransactionalPerClassTestCase.class);

        assertThat(SEEN)
                .containsExactly(
                        "transactional [Mia]", "transactional [Mia]", "per class [Mia, Sue]", "per class [Mia, Sue]");
    }

    @Test
    void subclassesOfOneBaseClassShareItsContext() {
        pass(OneOfBaseTestCase.class, OtherOfBaseTestCase.class);

        assertThat(SEEN).containsExactly("base [Mia]", "base [Mia]");
        assertThat(DATABASES.stream().distinct()).hasSize(1);
    }

    @Test
    void classesOnOneDatabaseTakeTurns() {
        assertThat(EngineTestKit.engine("junit-jupiter")
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
                        .selectors(
                                selectClass(FirstTestCase.class),
                                selectClass(SecondTestCase.class),
                                selectClass(OneOfBaseTestCase.class))
                        .execute()
                        .allEvents()
                        .failed()
                        .stream())
                .isEmpty();

        assertThat(SEEN)
                .containsExactlyInAnyOrder(
                        "first [all, Mia]", "again [all, Mia]", "second []", "nested [Sue]", "base [Mia]");
        assertThat(DATABASES.stream().distinct()).hasSize(1);
    }

    @SpringBootTest(properties = "test.cached=1")
    @MigratedDatabase
    @Seed(scripts = "classpath:one-more-user.sql")
    abstract static class BaseTestCase extends AnyTestCase {

        @Test
        void base(TestDatabase database) {
            see("base", jdbc, database);
            add("Zoe");
        }
    }

    static class OneOfBaseTestCase extends BaseTestCase {}

    static class OtherOfBaseTestCase extends BaseTestCase {}

    abstract static class AnyTestCase {
        @Autowired
        JdbcClient jdbc;

        void add(String name) {
            jdbc.sql("INSERT INTO dbo.users (name) VALUES (?)").param(name).update();
        }
    }

    @SpringBootTest(properties = "test.cached=1")
    @MigratedDatabase
    @Seed(scripts = "classpath:one-more-user.sql")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class FirstTestCase extends AnyTestCase {

        @BeforeAll
        static void all(@Autowired JdbcClient jdbc) {
            jdbc.sql("INSERT INTO dbo.users (name) VALUES ('all')").update();
        }

        @Test
        @Order(1)
        void first(TestDatabase database) {
            see("first", jdbc, database);
            add("Zoe");
        }

        @Test
        @Order(2)
        void again(TestDatabase database) {
            see("again", jdbc, database);
            add("Zoe");
        }
    }

    @SpringBootTest(properties = "test.cached=1")
    @MigratedDatabase
    static class SecondTestCase extends AnyTestCase {

        @Test
        void second(TestDatabase database) {
            see("second", jdbc, database);
            add("Zoe");
        }

        @Nested
        @Seed(scripts = "classpath:sue.sql")
        class InnerTestCase {

            @Test
            void nested(TestDatabase database) {
                see("nested", jdbc, database);
                add("Zoe");
            }
        }
    }

    @SpringBootTest(properties = "test.cached=1")
    @MigratedDatabase(locations = "classpath:db/migration", options = "READ_COMMITTED_SNAPSHOT=ON")
    static class AnotherTestCase extends AnyTestCase {

        @Test
        void another(TestDatabase database) {
            see("another", jdbc, database);
        }
    }

    @SpringBootTest(properties = "test.cached=1")
    @MigratedDatabase
    static class MockTestCase extends AnyTestCase {

        @MockitoBean
        Users users;

        @Test
        void mock(TestDatabase database) {
            see("mock", jdbc, database);
            assertThat(users.count()).isZero();
            add("Zoe");
        }
    }

    @SpringBootTest(properties = "test.cached=1")
    @TestPropertySource(properties = "test.other=1")
    @MigratedDatabase
    static class PropertyTestCase extends AnyTestCase {

        @Test
        void property(TestDatabase database) {
            see("property", jdbc, database);
            add("Zoe");
        }
    }

    @SpringBootTest(properties = "test.dirty=1")
    @MigratedDatabase
    @DirtiesContext
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DirtyTestCase extends AnyTestCase {

        @Test
        @Order(1)
        @DirtiesContext
        void dirty(TestDatabase database) {
            see("dirty", jdbc, database);
            add("Zoe");
        }

        @Test
        @Order(2)
        void clean(TestDatabase database) {
            see("clean", jdbc, database);
        }
    }

    @SpringBootTest(properties = "test.cached=1")
    @MigratedDatabase
    @Transactional
    @Seed(scripts = "classpath:one-more-user.sql")
    static class TransactionalTestCase extends AnyTestCase {

        @Test
        void one(TestDatabase database) {
            see("transactional", jdbc, database);
            add("Zoe");
        }

        @Test
        void other(TestDatabase database) {
            see("transactional", jdbc, database);
            add("Zoe");
        }
    }

    /** JUnit resets nothing before the one instance is made, so here it is Spring's listener that has to be in time. */
    @SpringBootTest(properties = "test.cached=1")
    @MigratedDatabase
    @Transactional
    @Sql("classpath:sue.sql")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class TransactionalPerClassTestCase extends AnyTestCase {

        @Test
        @Seed(scripts = "classpath:one-more-user.sql")
        void one(TestDatabase database) {
            see("per class", jdbc, database);
            add("Zoe");
        }

        @Test
        @Seed(scripts = "classpath:one-more-user.sql")
        void other(TestDatabase database) {
            see("per class", jdbc, database);
            add("Zoe");
        }
    }
}
