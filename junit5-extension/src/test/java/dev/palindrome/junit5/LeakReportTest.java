package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.palindrome.CapturedLog;
import dev.palindrome.TestDatabase;
import dev.palindrome.roundtrip.RoundTrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.expression.ValueExpression;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.h2.table.RangeTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Which tests are said to have left something behind. */
class LeakReportTest {

    private static final String ME = "LeakReportTest.";

    private static final String FILE = "leaks-" + ProcessHandle.current().pid() + ".txt";

    @TempDir
    private Path directory;

    @Test
    void theWorstComesFirst() throws SQLException {
        List<String> lines = report(TestCases.of(RowsTestCase.class, WorseTestCase.class));
        assertThat(lines)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("5 tests left something behind, the worst first:"),
                        line -> assertThat(line)
                                .matches("  " + ME + "WorseTestCase.cLeavesATransaction: a transaction is open on"
                                        + " connection [0-9]+ of .*"),
                        line -> assertThat(line)
                                .isEqualTo("  " + ME + "WorseTestCase.aAddsATable: the schema changed:"
                                        + " added table dbo.returns"),
                        line -> assertThat(line)
                                .isEqualTo("  " + ME
                                        + "RowsTestCase.InnerTestCase.adds (repetition 1 of 1): dbo.orders: 1 row"
                                        + " added, identity moved"),
                        line -> assertThat(line)
                                .isEqualTo("  " + ME + "RowsTestCase.adds: dbo.orders: 1 row added, identity moved"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "  " + ME + "WorseTestCase.bFails: dbo.orders: 1 row added, identity moved"));
        Seen.thing("connection", Connection.class).close();
    }

    @Test
    void aDatabaseThatIsGoneIsOneToo() {
        assertThat(report(TestCases.of(GoneTestCase.class)))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("1 test left something behind, the worst first:"),
                        line -> assertThat(line)
                                .matches(
                                        "  " + ME + "GoneTestCase.shutsItDown:"
                                                + " palindrome_leak_report_test_gone_test_case_[a-z0-9]{16} cannot be reset:"
                                                + " it was shut down, and its rows are gone\\. Leave SHUTDOWN out of tests, or make another database\\."));
    }

    /** As a version of H2 may that is not known yet. */
    @Test
    void whereLookingFailsTheTestsOwnFailureIsExplainedAllTheSame() {
        Throwable failure = TestCases.of(UnreadableTestCase.class)
                .with("palindrome.report-leaks", "true")
                .fail();
        assertThat(failure).hasMessage("as it shall");
        assertThat(failure.getSuppressed())
                .satisfiesExactly(
                        rows -> assertThat(rows)
                                .hasMessage("The rows of @Seed were made with palindrome.random-seed=20260401."),
                        look -> assertThat(look).hasStackTraceContaining("no look at this table"));
    }

    @Test
    void itIsWrittenWhereReportsAre() throws IOException {
        List<String> lines =
                report(TestCases.of(RowsTestCase.class).with("palindrome.report-dir", directory.toString()));
        assertThat(Files.readAllLines(directory.resolve(FILE))).isEqualTo(lines);
    }

    @Test
    void onePlanAfterAnotherInTheSameJvmIsAddedToTheFile() throws IOException {
        report(TestCases.of(CleanTestCase.class).with("palindrome.report-dir", directory.toString()));
        List<String> lines =
                report(TestCases.of(RowsTestCase.class).with("palindrome.report-dir", directory.toString()));
        assertThat(Files.readAllLines(directory.resolve(FILE)))
                .startsWith("No test left anything behind.")
                .endsWith(lines.toArray(String[]::new))
                .hasSize(lines.size() + 1);
    }

    @Test
    void aFileOfAnEarlierRunIsReplaced() throws IOException {
        Files.writeString(directory.resolve(FILE), "from a process that had the same number");
        report(TestCases.of(CleanTestCase.class).with("palindrome.report-dir", directory.toString()));
        assertThat(directory.resolve(FILE)).hasContent("No test left anything behind.");
    }

    @Test
    void rowsThatAreThereBeforeTheMethodAreNoLeak() {
        assertThat(report(TestCases.of(PreparedTestCase.class)))
                .containsExactly(
                        "1 test left something behind, the worst first:",
                        "  " + ME + "PreparedTestCase.adds: dbo.orders: 3 rows added, identity moved"
                                + " (before the test's method: dbo.orders: 2 rows added, identity moved)");
    }

    /** A name with a line break would forge a line of the list. */
    @Test
    void eachLeakIsOneLine() throws IOException {
        List<String> lines =
                report(TestCases.of(BrokenNameTestCase.class).with("palindrome.report-dir", directory.toString()));

        assertThat(lines)
                .hasSize(2)
                .last()
                .asString()
                .contains("returns \\::error::")
                .doesNotContain("\u001b");
        assertThat(Files.readAllLines(directory.resolve(FILE))).isEqualTo(lines);
    }

    @Test
    void whereNothingIsLeftThereIsNothingToSay() {
        assertThat(report(TestCases.of(CleanTestCase.class))).isEmpty();
    }

    @Test
    void whatIsMeantToStayIsNoLeak() {
        assertThat(report(TestCases.of(NeverTestCase.class))).isEmpty();
    }

    @Test
    void nobodyIsAskedWithoutTheSetting() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(RowsTestCase.class).pass();
            assertThat(warnings(log)).isEmpty();
        }
    }

    private static List<String> report(TestCases tests) {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            tests.with("palindrome.report-leaks", "true").run();
            return warnings(log);
        }
    }

    private static List<String> warnings(CapturedLog log) {
        return log.lines().stream()
                .filter(line -> line.startsWith("WARN "))
                .flatMap(line -> line.substring("WARN ".length()).lines())
                .toList();
    }

    @MigratedDatabase
    static class BrokenNameTestCase {

        @Test
        void adds(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE dbo.\"returns\n::error::\u001b[2J\" (id INT NOT NULL)");
        }
    }

    @MigratedDatabase
    static class RowsTestCase {

        @BeforeAll
        static void addZoe(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Zoe");
        }

        @Test
        void adds(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }

        @Test
        void onlyReads(DataSource dataSource) throws SQLException {
            assertThat(Orders.customers(dataSource)).isNotEmpty();
        }

        @RoundTripTest
        void everyMigration(RoundTrip trip) {
            trip.assertReversible();
        }

        @Nested
        class InnerTestCase {

            @RepeatedTest(1)
            void adds(DataSource dataSource) throws SQLException {
                Orders.add(dataSource, "Ada");
            }
        }
    }

    @MigratedDatabase
    @TestMethodOrder(MethodName.class)
    static class WorseTestCase {

        @Test
        void aAddsATable(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE dbo.returns (id INT NOT NULL)");
        }

        @Test
        void bFails(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            fail("as it shall");
        }

        @Test
        void cLeavesATransaction(TestDatabase database) throws SQLException {
            Connection connection = database.dataSource().getConnection();
            Seen.thing("connection", connection);
            connection.setAutoCommit(false);
            Orders.add(connection, "Ada");
        }
    }

    @MigratedDatabase
    static class GoneTestCase {

        @Test
        void shutsItDown(Connection connection) throws SQLException {
            connection.createStatement().execute("SHUTDOWN");
        }
    }

    @MigratedDatabase
    @Seed(fill = "orders:1")
    static class UnreadableTestCase {

        @Test
        void fails(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE dbo.returns (id INT NOT NULL)");
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            Schema schema = session.getDatabase().getMainSchema();
            schema.add(new UnreadableTable(schema));
            fail("as it shall");
        }
    }

    /** Keeps nobody from closing the database, who comes later. */
    private static final class UnreadableTable extends RangeTable {

        private final AtomicBoolean asked = new AtomicBoolean();

        UnreadableTable(Schema schema) {
            super(schema, ValueExpression.NULL, ValueExpression.NULL);
        }

        @Override
        public boolean isTemporary() {
            if (!asked.getAndSet(true)) {
                throw new IllegalStateException("no look at this table");
            }
            return super.isTemporary();
        }
    }

    @MigratedDatabase
    static class CleanTestCase {

        @Test
        void rollsBack(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            connection.createStatement().execute("UPDATE dbo.orders SET customer = N'Ada'");
        }

        @Test
        void cleansUp() {}

        @AfterEach
        void delete(Connection connection) throws SQLException {
            connection.createStatement().execute("DELETE FROM dbo.orders");
        }
    }

    @MigratedDatabase
    static class PreparedTestCase {

        @BeforeEach
        void addBen(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ben");
        }

        @Test
        @Seed(fill = "orders:1")
        void onlyReads(DataSource dataSource) throws SQLException {
            assertThat(Orders.customers(dataSource)).hasSize(2);
        }

        @Test
        @Seed(fill = "orders:1")
        void adds(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }
    }

    @MigratedDatabase(reset = ResetMode.NEVER)
    static class NeverTestCase {

        @Test
        void adds(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }
    }
}
