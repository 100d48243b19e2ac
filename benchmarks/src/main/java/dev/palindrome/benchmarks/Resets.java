package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.Snapshot;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
 * in one run; medians. On the embedded engine, and on the server that {@code palindrome.url} names, if it does.
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
    private final PrintStream out;

    private Resets(EngineKind engine, int tables, PrintStream out) {
        this.engine = engine;
        this.tables = tables;
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
        if (System.getProperty("palindrome.url") != null) {
            new Resets(EngineKind.SQL_SERVER, 50, System.out).run();
        }
    }

    private void run() throws Exception {
        Path folder = migrations();
        try (TestDatabase database = TestDatabase.builder()
                        .engine(engine)
                        .locations("filesystem:" + folder)
                        .start();
                Connection connection = database.dataSource().getConnection()) {
            load(connection);
            try (Snapshot snapshot = database.snapshot()) {
                out.printf("%n%s, %d tables, %d rows%n", database.engine(), tables, ROWS);
                Work reset = snapshot::restore;
                report("reset, nothing written", time(() -> {}, reset));
                report("reset, two tables written", time(() -> writeTwo(connection), reset));
                report(
                        "reset, column added",
                        time(() -> changeSchema(database, "ALTER TABLE t7 ADD extra INT"), reset));
                report("reset, view added", time(() -> changeSchema(database, VIEW), reset));
                say(snapshot.restore());
            }
            try (Connection own = database.dataSource().getConnection()) {
                byDbUnit(own);
                report("deleted and loaded by hand", time(() -> writeTwo(own), () -> {
                    deleteAll(own);
                    load(own);
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
                time(() -> writeTwo(connection), () -> DatabaseOperation.CLEAN_INSERT.execute(dbUnit, rows)));
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
            load(connection);
            report("Flyway clean + migrate + load", time(() -> writeTwo(connection), () -> {
                flyway.clean();
                flyway.migrate();
                load(connection);
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

    private Path migrations() throws Exception {
        Path folder = Files.createTempDirectory("palindrome-benchmark");
        for (int table = 1; table <= tables; table++) {
            String parent = table == 1 ? "" : " CONSTRAINT fk_t%d REFERENCES t%d (id)".formatted(table, table - 1);
            Files.writeString(folder.resolve("V" + table + "__table.sql"), """
                    CREATE TABLE t%1$d (
                        id INT NOT NULL CONSTRAINT pk_t%1$d PRIMARY KEY,
                        name NVARCHAR(50) NOT NULL,
                        amount DECIMAL(10, 2) NULL,
                        created_at DATETIME2 NOT NULL,
                        parent_id INT NULL%2$s
                    );
                    CREATE INDEX ix_t%1$d_name ON t%1$d (name);
                    """.formatted(table, parent));
        }
        return folder;
    }

    private void load(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (int table = 1; table <= tables; table++) {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t" + table
                    + " (id, name, amount, created_at, parent_id) VALUES (?, ?, ?, '2026-01-01T00:00:00', ?)")) {
                for (int row = 1; row <= ROWS / tables; row++) {
                    insert.setInt(1, row);
                    insert.setString(2, "row " + row);
                    insert.setBigDecimal(3, java.math.BigDecimal.valueOf(row));
                    insert.setObject(4, table == 1 ? null : row, java.sql.Types.INTEGER);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void deleteAll(Connection connection) throws SQLException {
        for (int table = tables; table >= 1; table--) {
            execute(connection, "DELETE FROM t" + table);
        }
    }

    private void writeTwo(Connection connection) throws SQLException {
        execute(connection, "UPDATE t1 SET name = 'other' WHERE id <= 5");
        execute(connection, "DELETE FROM t" + tables + " WHERE id <= 5");
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
