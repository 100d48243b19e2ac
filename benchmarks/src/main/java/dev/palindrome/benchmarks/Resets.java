package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.Snapshot;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.dbunit.database.DatabaseConfig;
import org.dbunit.database.DatabaseConnection;
import org.dbunit.database.QueryDataSet;
import org.dbunit.dataset.CachedDataSet;
import org.dbunit.dataset.IDataSet;
import org.dbunit.operation.DatabaseOperation;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Bringing 10,000 rows in 50 tables with 49 foreign keys back, and the same rows in 500 tables with 499: Palindrome's reset
 * beside DbUnit's CLEAN_INSERT, Flyway's clean and migrate with the rows loaded again, and deleting and loading by hand. All
 * in one run; medians. Then a million rows in one table, once. On the embedded engine, and on the server that {@code palindrome.url} names, if it does.
 */
public final class Resets {

    private static final int ROWS = 10_000;

    private static final String VIEW = "CREATE VIEW seen AS SELECT id FROM t7";

    private static final int ROUNDS = Integer.getInteger("rounds", 15);

    /** Something to be timed. */
    private interface Work {
        void run() throws Exception;
    }

    private final EngineKind engine;
    private final int tables;
    private final LinkedTables linked;
    private final PrintStream out;

    private Resets(EngineKind engine, int tables, PrintStream out) {
        this.engine = engine;
        this.tables = tables;
        this.linked = new LinkedTables(tables, ROWS);
        this.out = out;
    }

    /**
     * Prints the tables.
     *
     * @param arguments none
     * @throws Exception if anything fails
     */
    public static void main(String[] arguments) throws Exception {
        System.out.printf("JDK %s, medians of %d%n", System.getProperty("java.version"), ROUNDS);
        for (int tables : new int[] {50, 500}) {
            new Resets(EngineKind.EMBEDDED, tables, System.out).run();
        }
        MillionRows.run(EngineKind.EMBEDDED, System.out);
        if (System.getProperty("palindrome.url") != null) {
            new Resets(EngineKind.SQL_SERVER, 50, System.out).run();
            MillionRows.run(EngineKind.SQL_SERVER, System.out);
        }
    }

    private void run() throws Exception {
        Path folder = linked.migrations();
        try (TestDatabase database = TestDatabase.builder()
                        .engine(engine)
                        .locations("filesystem:" + folder)
                        .start();
                Connection connection = database.dataSource().getConnection()) {
            linked.load(connection);
            try (Snapshot snapshot = database.snapshot()) {
                out.printf("%n%s, %d tables, %d rows%n", database.engine(), tables, ROWS);
                Work reset = snapshot::restore;
                report("reset, nothing written", time(() -> {}, reset));
                report("reset, two tables written", time(() -> linked.writeTwo(connection), reset));
                report(
                        "reset, column added",
                        time(() -> changeSchema(database, "ALTER TABLE t7 ADD extra INT"), reset));
                report("reset, view added", time(() -> changeSchema(database, VIEW), reset));
                say(snapshot.restore());
            }
            try (Connection own = database.dataSource().getConnection()) {
                byDbUnit(own);
                report("deleted and loaded by hand", time(() -> linked.writeTwo(own), () -> {
                    linked.deleteAll(own);
                    linked.load(own);
                }));
            }
        }
        byFlyway(folder);
    }

    private void byDbUnit(Connection connection) throws Exception {
        DatabaseConnection dbUnit = new DatabaseConnection(connection, "dbo");
        dbUnit.getConfig().setProperty(DatabaseConfig.FEATURE_BATCHED_STATEMENTS, true);
        QueryDataSet queries = new QueryDataSet(dbUnit);
        for (int table = 1; table <= tables; table++) {
            queries.addTable("t" + table);
        }
        IDataSet rows = new CachedDataSet(queries);
        report(
                "DbUnit CLEAN_INSERT",
                time(() -> linked.writeTwo(connection), () -> DatabaseOperation.CLEAN_INSERT.execute(dbUnit, rows)));
    }

    private void byFlyway(Path folder) throws Exception {
        Optional<TestDatabase> server = engine == EngineKind.EMBEDDED
                ? Optional.empty()
                : Optional.of(TestDatabase.builder()
                        .engine(engine)
                        .locations("filesystem:" + folder)
                        .target("base")
                        .start());
        DataSource target = server.map(TestDatabase::dataSource).orElseGet(this::plainH2);
        Flyway flyway = Flyway.configure()
                .dataSource(target)
                .locations("filesystem:" + folder)
                .cleanDisabled(false)
                .load();
        try (Connection connection = target.getConnection()) {
            flyway.migrate();
            linked.load(connection);
            report("Flyway clean + migrate + load", time(() -> linked.writeTwo(connection), () -> {
                flyway.clean();
                flyway.migrate();
                linked.load(connection);
            }));
        } finally {
            server.ifPresent(TestDatabase::close);
        }
    }

    private DataSource plainH2() {
        JdbcDataSource plain = new JdbcDataSource();
        plain.setURL("jdbc:h2:mem:plain" + tables + ";MODE=MSSQLServer;DB_CLOSE_DELAY=-1");
        plain.setUser("sa");
        return plain;
    }

    /** Twice as often unmeasured at first, while the JVM compiles. */
    private static double time(Work before, Work work) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int round = -2 * ROUNDS; round < ROUNDS; round++) {
            before.run();
            long start = System.nanoTime();
            work.run();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private void report(String what, double millis) {
        out.printf("| %-30s | %10.3f ms |%n", what, millis);
    }

    private void say(ResetReport report) {
        out.printf("(%s)%n", report.strategy());
    }

    private static void changeSchema(TestDatabase database, String change) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, change);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
