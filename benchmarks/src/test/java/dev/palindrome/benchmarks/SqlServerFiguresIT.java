package dev.palindrome.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.DriverLog;
import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.record.RunEntry;
import dev.palindrome.record.RunFile;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.seed.SeedPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How long things take on the server at hand, for the report of the profile {@code sqlserver}. */
@Tag("sqlserver")
@EnabledIfSystemProperty(named = RunFile.PROPERTY, matches = ".+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SqlServerFiguresIT {

    private static final int ROUNDS = 5;

    /** Something to be timed. */
    private interface Work {
        void run() throws Exception;
    }

    @BeforeAll
    static void writeNothingDownMeanwhile() {
        DriverLog.fallSilent();
    }

    @Test
    @Order(1)
    void startOfAClass() throws Exception {
        Path unmeasured = RoundTrips.write(2);
        byHand(unmeasured);
        started(unmeasured);
        Path folder = RoundTrips.write(20);
        figure("by hand: an empty database, and Flyway's migrate of 20 migrations", millis(() -> byHand(folder)));
        figure("first class with 20 migrations", millis(() -> started(folder)));
        figure("second class with the same 20 migrations", millis(() -> started(folder)));
    }

    @Test
    @Order(2)
    void resets() throws Exception {
        LinkedTables tables = new LinkedTables(50, 10_000);
        try (TestDatabase database = database(tables.migrations()).start();
                Connection connection = database.dataSource().getConnection()) {
            tables.load(connection);
            try (Snapshot snapshot = database.snapshot()) {
                reset("nothing written", snapshot, ResetStrategy.NOTHING, () -> {});
                reset("two tables of 50 written", snapshot, ResetStrategy.TABLES, () -> tables.writeTwo(connection));
                reset("a column added", snapshot, ResetStrategy.DATABASE, () -> addColumn(database));
            }
        }
    }

    @Test
    @Order(3)
    void roundTripOfHundredMigrations() throws Exception {
        Path folder = RoundTrips.write(100);
        figure("round trip of 100 migrations", millis(() -> {
            RoundTripReport report = database(folder).verifyRoundTrips(RoundTripOptions.none());
            assertThat(report.isReversible()).as(report.toString()).isTrue();
        }));
    }

    @Test
    @Order(4)
    void bulkLoadOfHundredThousandRows(@TempDir Path folder) throws Exception {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__orders.sql"), SeededOrders.migration());
        try (TestDatabase database = database(migrations).start();
                Connection connection = database.dataSource().getConnection()) {
            SeededOrders orders = new SeededOrders(database.dataSource(), connection);
            Seeds.parents(orders);
            Path data = Seeds.csv(folder, 100_000).getParent();
            figure(
                    "bulk load of 100,000 rows from CSV",
                    millis(() -> database.seed(SeedPlan.empty().data("filesystem:" + data))));
        }
    }

    private static TestDatabase.Builder database(Path migrations) {
        return TestDatabase.builder().engine(EngineKind.SQL_SERVER).locations("filesystem:" + migrations);
    }

    private static void byHand(Path folder) {
        try (TestDatabase empty = database(folder).target("base").start()) {
            Flyway.configure()
                    .dataSource(empty.dataSource())
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate();
        }
    }

    private static void started(Path folder) {
        database(folder).start().close();
    }

    /** The median, with the way that was taken: a server that tells less makes for more work. */
    private static void reset(String what, Snapshot snapshot, ResetStrategy expected, Work before) throws Exception {
        double[] times = new double[ROUNDS];
        ResetStrategy strategy = expected;
        for (int round = -1; round < ROUNDS; round++) {
            before.run();
            long start = System.nanoTime();
            strategy = snapshot.restore().strategy();
            if (round >= 0) {
                times[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        figure("reset, " + what + (strategy == expected ? "" : " (" + strategy + ")"), times[ROUNDS / 2]);
    }

    private static void addColumn(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE t7 ADD extra INT NULL");
        }
    }

    private static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void figure(String what, double millis) {
        RunFile.ofThisRun().orElseThrow().add(RunEntry.figure(what, millis));
    }
}
