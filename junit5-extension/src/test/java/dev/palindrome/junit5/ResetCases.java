package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
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

/** The classes that {@link ResetTestCase} runs. Their names are short: not every server takes long names of databases. */
final class ResetCases {

    private ResetCases() {}

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
    static class Default extends TwoTests {

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
    static class PerClass extends Default {

        PerClass(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Yan");
        }
    }

    @MigratedDatabase
    static class Constructor {

        Constructor(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }

        @RepeatedTest(2)
        void lists(DataSource dataSource) throws SQLException {
            list("", dataSource);
        }
    }

    @MigratedDatabase
    @TestMethodOrder(MethodName.class)
    static class Templates {

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
    static class Factory {

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
    static class Once extends TwoTests {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @Nested
        class First {

            @RepeatedTest(2)
            void adds(DataSource dataSource) throws SQLException {
                addAndList("first ", dataSource, "Ada");
            }
        }

        @Nested
        class Second {

            @Test
            void lists(DataSource dataSource) throws SQLException {
                list("second ", dataSource);
            }
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class Never extends TwoTests {

        @Nested
        class Inner {

            @Test
            void adds(DataSource dataSource) throws SQLException {
                addAndList("", dataSource, "Ada");
            }
        }
    }

    @MigratedDatabase
    @TestClassOrder(ClassOrderer.ClassName.class)
    static class Outer {

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
        class First {

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
            class Innermost {

                Innermost(DataSource dataSource) throws SQLException {
                    Orders.add(dataSource, "Cleo");
                }

                @Test
                void innermost(DataSource dataSource) throws SQLException {
                    list("innermost ", dataSource);
                }
            }
        }

        @Nested
        class Second {

            @Test
            void second(DataSource dataSource) throws SQLException {
                list("second ", dataSource);
            }
        }
    }

    @MigratedDatabase
    @TestClassOrder(ClassOrderer.ClassName.class)
    static class OnlyNested {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @Nested
        class First {

            @Test
            void first(DataSource dataSource) throws SQLException {
                addAndList("first ", dataSource, "Ada");
            }
        }

        @Nested
        class Second {

            @Test
            void second(DataSource dataSource) throws SQLException {
                addAndList("second ", dataSource, "Ada");
            }
        }
    }

    @MigratedDatabase
    @Seed(SeedTest.Ada.class)
    @TestClassOrder(ClassOrderer.ClassName.class)
    static class SeededInside {

        @Nested
        @Seed(SeedTest.Ben.class)
        class First {

            @RepeatedTest(2)
            void first(DataSource dataSource) throws SQLException {
                list("first ", dataSource);
                Orders.add(dataSource, "Cleo");
            }
        }

        @Nested
        class Second {

            @Test
            void second(DataSource dataSource) throws SQLException {
                list("second ", dataSource);
            }
        }
    }

    @MigratedDatabase
    static class Schema {

        @RepeatedTest(2)
        void addsAColumn(Connection connection) throws SQLException {
            Seen.line(Orders.customers(connection).toString());
            connection.createStatement().execute("ALTER TABLE dbo.orders ADD colour INT NULL");
            Orders.add(connection, "Ada");
        }
    }

    @MigratedDatabase
    @TestInstance(Lifecycle.PER_CLASS)
    static class Connected {

        private final Connection connection;

        Connected(Connection connection) {
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
    static class Several {

        @RepeatedTest(2)
        void addsToBoth(DataSource dataSource, @OnDatabase("more") DataSource more) throws SQLException {
            Orders.add(dataSource, "Ada");
            Orders.add(more, "Ben");
            Seen.line(Orders.customers(dataSource) + " " + Orders.customers(more));
        }
    }

    @MigratedDatabase
    static class RoundTrips {

        @RoundTripTest
        void everyMigration(RoundTrip trip) {
            trip.assertReversible();
        }

        @Test
        void theOnlyTestThatIsReset() {}
    }

    @MigratedDatabase
    @TestMethodOrder(MethodName.class)
    static class LeftOpen {

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
    static class OpenBefore {

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

    @MigratedDatabase
    static class Pool {

        @BeforeAll
        static void listen(TestDatabase database) {
            database.onConnectionsEnded(() -> Seen.line("connections ended"));
        }

        @RepeatedTest(2)
        void addsATable(Connection connection) throws SQLException {
            Seen.line(Orders.customers(connection).toString());
            connection.createStatement().execute("CREATE TABLE dbo.more (id INT NULL)");
            Orders.add(connection, "Ada");
        }
    }
}
