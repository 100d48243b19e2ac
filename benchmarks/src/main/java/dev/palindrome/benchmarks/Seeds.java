package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.seed.Seeding;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows into a table of eight columns with two foreign keys: bulk loading beside a hand-written JDBC batch of the same rows
 * in the same run, and generating rows from the schema, on the embedded engine or the server that {@code palindrome.url}
 * names. With {@code million} as the argument, a million rows, written by hand, generated, and from a CSV file: run it with
 * {@code -Xmx128m}. The embedded engine's database is then in a file, for in memory the rows themselves would take more.
 */
public final class Seeds {

    private static final int ROWS = 100_000;
    private static final int MILLION = 1_000_000;
    private static final int PARENTS = 100;
    private static final int RUNS = 5;

    private static final String TABLES = """
            CREATE TABLE customers (id INT NOT NULL PRIMARY KEY);
            CREATE TABLE products (id INT NOT NULL PRIMARY KEY);
            CREATE TABLE orders (
                id INT NOT NULL PRIMARY KEY,
                customer INT NOT NULL REFERENCES customers (id),
                product INT NULL REFERENCES products (id),
                name NVARCHAR(50) NOT NULL,
                amount DECIMAL(10, 2) NOT NULL,
                quantity INT NOT NULL,
                ordered_at DATETIME2(3) NOT NULL,
                note NVARCHAR(100) NULL);
            """;

    private static final String INSERT =
            "INSERT INTO orders (id, customer, product, name, amount, quantity, ordered_at,"
                    + " note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Seeds() {}

    /** Work that is timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    /**
     * Prints the table.
     *
     * @param arguments none, or {@code million}
     * @throws IOException if a file cannot be written
     * @throws SQLException if the database refuses
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        boolean million = arguments.length > 0 && arguments[0].equals("million");
        boolean server = System.getProperty("palindrome.url") != null;
        Path folder = Files.createTempDirectory("palindrome-benchmark");
        if (million && !server) {
            DataSource file = LoadRuns.file(folder.resolve("seeds"));
            try (Connection connection = file.getConnection()) {
                LoadRuns.prepare(connection, TABLES);
                million(file, connection, folder);
            }
            return;
        }
        Files.writeString(folder.resolve("V1__orders.sql"), TABLES);
        try (TestDatabase database = TestDatabase.builder()
                        .engine(server ? EngineKind.SQL_SERVER : EngineKind.EMBEDDED)
                        .locations("filesystem:" + folder)
                        .start();
                Connection connection = database.dataSource().getConnection()) {
            if (million) {
                million(database.dataSource(), connection, folder);
            } else {
                compare(database.dataSource(), connection);
            }
        }
    }

    private static void compare(DataSource dataSource, Connection connection) throws SQLException {
        parents(connection);
        PrintStream out = System.out;
        out.printf(
                "%s, JDK %s%n", connection.getMetaData().getDatabaseProductName(), System.getProperty("java.version"));
        out.printf("%,d rows, eight columns, two foreign keys; the fastest of %d runs%n", ROWS, RUNS);
        double byHand = Double.MAX_VALUE;
        double bulk = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            byHand = Math.min(byHand, millis(connection, () -> LoadRuns.loadByHand(connection, INSERT, rows(ROWS))));
            bulk = Math.min(bulk, millis(connection, () -> LoadRuns.load(connection, "orders", rows(ROWS))));
        }
        out.printf("%-28s %10.0f ms%n", "generating, first time", generating(dataSource, ROWS));
        out.printf("%-28s %10.0f ms%n", "generating, second time", generating(dataSource, ROWS));
        out.printf("%-28s %10.0f ms%n", "JDBC batch by hand", byHand);
        out.printf("%-28s %10.0f ms%n", "bulk loading", bulk);
        out.printf("%-28s %10.2f%n", "ratio", bulk / byHand);
    }

    /** Rows made from the schema, and not loaded. */
    private static double generating(DataSource dataSource, int rows) {
        long start = System.nanoTime();
        seeding(dataSource).generate("orders", rows);
        return (System.nanoTime() - start) / 1e6;
    }

    private static Seeding seeding(DataSource dataSource) {
        return Seeding.of(dataSource, new TableName("dbo", "flyway_schema_history"), Settings.system());
    }

    private static double millis(Connection connection, Work work) throws SQLException {
        LoadRuns.execute(connection, "TRUNCATE TABLE orders");
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void million(DataSource dataSource, Connection connection, Path folder)
            throws IOException, SQLException {
        parents(connection);
        PrintStream out = System.out;
        out.printf(
                "%,d rows with a heap of at most %d MB%n",
                MILLION, Runtime.getRuntime().maxMemory() >> 20);
        out.printf(
                "%-28s %10.0f ms%n",
                "bulk loading", millis(connection, () -> LoadRuns.load(connection, "orders", rows(MILLION))));
        LoadRuns.execute(connection, "TRUNCATE TABLE orders");
        out.printf("%-28s %10.0f ms%n", "generating", generating(dataSource, MILLION));
        SeedPlan fill = SeedPlan.empty().fill("orders:" + MILLION);
        out.printf(
                "%-28s %10.0f ms%n",
                "generating and loading",
                millis(connection, () -> seeding(dataSource).run(fill)));
        Path csv = csv(folder);
        out.printf(
                "%-28s %10.0f ms%n",
                "the same from CSV", millis(connection, () -> LoadRuns.loadFile(connection, "orders", csv)));
    }

    private static Path csv(Path folder) throws IOException {
        Path file = folder.resolve("orders.csv");
        Iterator<@Nullable Object[]> rows = rows(MILLION);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,customer,product,name,amount,quantity,ordered_at,note\n");
            while (rows.hasNext()) {
                out.write(Stream.of(rows.next())
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining(",")));
                out.write('\n');
            }
        }
        return file;
    }

    private static void parents(Connection connection) throws SQLException {
        for (String table : new String[] {"customers", "products"}) {
            LoadRuns.load(
                    connection,
                    table,
                    LongStream.rangeClosed(1, PARENTS)
                            .mapToObj(i -> new @Nullable Object[] {(int) i})
                            .iterator());
        }
    }

    private static Iterator<@Nullable Object[]> rows(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Seeds::row).iterator();
    }

    private static @Nullable Object[] row(long i) {
        return new @Nullable Object[] {
            (int) i,
            (int) (i * 7 % PARENTS) + 1,
            i % 10 == 0 ? null : (int) (i * 13 % PARENTS) + 1,
            "order number " + i,
            BigDecimal.valueOf(i * 31 % 1_000_000, 2),
            (int) (i % 9) + 1,
            START.plusSeconds(i),
            i % 3 == 0 ? null : "a note about order " + i
        };
    }
}
