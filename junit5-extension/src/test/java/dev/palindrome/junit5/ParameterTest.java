package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.migration.Migrations;
import dev.palindrome.schema.SchemaSnapshot;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for what, and how long it lasts. */
class ParameterTest {

    @Test
    void allKindsLeadToTheSameDatabase() {
        assertThat(TestCases.of(AllKindsTestCase.class).pass()).containsExactly("Ada seen by all");
    }

    @Test
    void testTemplatesFactoriesAndTheirSourcesMayAsk() {
        assertThat(TestCases.of(TemplatesTestCase.class).pass())
                .containsExactly("a", "b", "repeated", "repeated", "dynamic", "[]");
    }

    @Test
    void otherResolversServeTheirParametersBesideIt() {
        assertThat(TestCases.of(OtherResolverTestCase.class).pass()).containsExactly("theirs");
    }

    /** Everywhere a data source is handed out as well. */
    @Test
    void everyMethodAndTheConstructorMayAskAndATestsConnectionsAreClosedAfterIt() {
        assertThat(TestCases.of(ConnectionsTestCase.class).pass())
                .containsExactly(
                        "before all open",
                        "constructor open",
                        "before each open",
                        "test open",
                        "after each open",
                        "before all open",
                        "constructor closed",
                        "before each closed",
                        "test closed",
                        "after each closed");
    }

    @Test
    void theClasssConnectionsAreClosedAfterTheClass() throws SQLException {
        TestCases.of(ConnectionsTestCase.class).pass();
        assertThat(Seen.thing("before all", Connection.class).isClosed()).isTrue();
        assertThat(Seen.thing("after all", Connection.class).isClosed()).isTrue();
    }

    @Test
    void aPerClassConstructorsConnectionIsClosedAfterTheClass() throws SQLException {
        assertThat(TestCases.of(PerClassConnectionTestCase.class).pass())
                .containsExactly("constructor open", "constructor open");
        assertThat(Seen.thing("constructor", Connection.class).isClosed()).isTrue();
    }

    @Test
    void anOuterConstructorsConnectionIsClosedAfterTheTestOfTheNestedClass() {
        assertThat(TestCases.of(NestedConnectionTestCase.class).pass())
                .containsExactly("outer open", "inner open", "outer closed", "inner closed");
    }

    @MigratedDatabase
    static class AllKindsTestCase {

        @Test
        void allKinds(
                TestDatabase database,
                DataSource dataSource,
                Connection connection,
                Migrations migrations,
                SchemaSnapshot schema)
                throws SQLException {
            Orders.add(connection, "Ada");
            assertThat(Orders.customers(dataSource)).isEqualTo(List.of("Ada"));
            assertThat(Orders.customers(database.dataSource())).isEqualTo(List.of("Ada"));
            assertThat(migrations).isSameAs(database.migrations());
            assertThat(schema).isEqualTo(database.schema()).isNotEqualTo(SchemaSnapshot.empty());
            Seen.line("Ada seen by all");
        }
    }

    @MigratedDatabase
    @org.junit.jupiter.api.TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
    static class TemplatesTestCase {

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void aParameterized(String argument, TestInfo info, DataSource dataSource) throws SQLException {
            assertThat(Orders.customers(dataSource)).isEmpty();
            Seen.line(argument);
        }

        @RepeatedTest(2)
        void bRepeated(Connection connection) throws SQLException {
            assertThat(connection.isClosed()).isFalse();
            Seen.line("repeated");
        }

        @TestFactory
        Stream<DynamicTest> cDynamic(Connection connection) {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> {
                assertThat(connection.isClosed()).isFalse();
                Seen.line("dynamic");
            }));
        }

        @ParameterizedTest
        @MethodSource("customers")
        void dFromTheDatabase(String customers) {
            Seen.line(customers);
        }

        static Stream<String> customers(Connection connection) throws SQLException {
            return Stream.of(Orders.customers(connection).toString());
        }
    }

    interface Pool extends DataSource {}

    static final class PoolResolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Pool.class
                    || parameter.getParameter().getType() == ConnectionPoolDataSource.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?>[] type = {parameter.getParameter().getType()};
            return Proxy.newProxyInstance(Pool.class.getClassLoader(), type, (proxy, method, arguments) -> "theirs");
        }
    }

    @MigratedDatabase
    @ExtendWith(PoolResolver.class)
    static class OtherResolverTestCase {

        @Test
        void asksForAPool(Pool pool, ConnectionPoolDataSource other, DataSource ours) {
            assertThat(pool).isNotSameAs(ours);
            assertThat(other.toString()).isEqualTo("theirs");
            Seen.line(pool.toString());
        }
    }

    private static void open(String who, Connection connection) throws SQLException {
        Seen.thing(who, connection);
        state(who);
    }

    private static void state(String who) throws SQLException {
        Seen.line(who + (Seen.thing(who, Connection.class).isClosed() ? " closed" : " open"));
    }

    @MigratedDatabase
    static class ConnectionsTestCase {

        ConnectionsTestCase(Connection connection, DataSource dataSource) throws SQLException {
            open("constructor", connection, dataSource);
        }

        @BeforeAll
        static void beforeAll(Connection connection, DataSource dataSource) throws SQLException {
            open("before all", connection, dataSource);
        }

        @BeforeEach
        void beforeEach(Connection connection, DataSource dataSource) throws SQLException {
            open("before each", connection, dataSource);
        }

        @Test
        void test(Connection connection, DataSource dataSource) throws SQLException {
            open("test", connection, dataSource);
        }

        @AfterEach
        void afterEach(Connection connection, DataSource dataSource) throws SQLException {
            open("after each", connection, dataSource);
        }

        @AfterAll
        static void afterAll(Connection connection, DataSource dataSource) throws SQLException {
            assertThat(Orders.customers(dataSource)).isEmpty();
            Seen.thing("after all", connection);
            for (String who : List.of("before all", "constructor", "before each", "test", "after each")) {
                state(who);
            }
        }

        private static void open(String who, Connection connection, DataSource dataSource) throws SQLException {
            assertThat(Orders.customers(dataSource)).isEmpty();
            ParameterTest.open(who, connection);
        }
    }

    @MigratedDatabase
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassConnectionTestCase {

        PerClassConnectionTestCase(Connection connection) throws SQLException {
            open("constructor", connection);
        }

        @Test
        void test() {}

        @AfterAll
        void stillOpen() throws SQLException {
            state("constructor");
        }
    }

    @MigratedDatabase
    static class NestedConnectionTestCase {

        NestedConnectionTestCase(Connection connection) throws SQLException {
            open("outer", connection);
        }

        @AfterAll
        static void afterAll() throws SQLException {
            state("outer");
            state("inner");
        }

        @Nested
        class InnerTestCase {

            InnerTestCase(Connection connection) throws SQLException {
                open("inner", connection);
            }

            @Test
            void test() {}
        }
    }
}
