package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.seed.SeedPlan;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import javax.sql.DataSource;

/**
 * Rows into a table of eight columns with two foreign keys: a CSV file loaded as a seed beside a hand-written JDBC batch of
 * the same file in the same run, and rows generated from the schema, on the embedded engine or the server that {@code
 * palindrome.url} names. With {@code million} as the argument, a million rows, generated and from a CSV file: run it with
 * {@code -Xmx128m}. The embedded engine's database is then in a file, for in memory the rows themselves would take more.
 */
public final class Seeds {

    private static final int ROWS = 100_000;
    private static final int MILLION = 1_000_000;
    private static final int PARENTS = 100;
    private static final int RUNS = 5;
    private static final int BATCH = 1000;

    private static final String INSERT =
            "INSERT INTO orders (id, customer, product, name, amount, quantity, ordered_at,"
                    + " note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Seeds() {}

    /** Work that is timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, SQLException;
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
            DataSource file = SeededOrders.file(folder.resolve("seeds"));
            try (Connection connection = file.getConnection()) {
                SeededOrders orders = new SeededOrders(file, connection);
                orders.prepare();
                million(orders, folder);
            }
            return;
        }
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__orders.sql"), SeededOrders.migration());
        try (TestDatabase database = TestDatabase.builder()
                        .engine(server ? EngineKind.SQL_SERVER : EngineKind.EMBEDDED)
                        .locations("filesystem:" + migrations)
                        .start();
                Connection connection = database.dataSource().getConnection()) {
            SeededOrders orders = new SeededOrders(database.dataSource(), connection);
            if (million) {
                million(orders, folder);
            } else {
                compare(orders, folder);
            }
        }
    }

    private static void compare(SeededOrders orders, Path folder) throws IOException, SQLException {
        parents(orders);
        Path data = csv(folder, ROWS);
        SeedPlan fill = SeedPlan.empty().fill("orders:" + ROWS);
        SeedPlan load = SeedPlan.empty().data("filesystem:" + data.getParent());
        PrintStream out = System.out;
        out.printf(
                "%s, JDK %s%n",
                orders.connection().getMetaData().getDatabaseProductName(), System.getProperty("java.version"));
        out.printf("%,d rows, eight columns, two foreign keys; of loading, the fastest of %d runs%n", ROWS, RUNS);
        double byHand = Double.MAX_VALUE;
        double bulk = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            byHand = Math.min(byHand, millis(orders, () -> loadByHand(orders.connection(), data)));
            bulk = Math.min(bulk, millis(orders, () -> orders.seed(load)));
        }
        line("generating, first time", millis(orders, () -> orders.seed(fill)));
        line("generating, second time", millis(orders, () -> orders.seed(fill)));
        line("CSV by hand and JDBC batch", byHand);
        line("CSV as a seed", bulk);
        out.printf("%-28s %10.2f%n", "ratio", bulk / byHand);
    }

    private static void million(SeededOrders orders, Path folder) throws IOException, SQLException {
        parents(orders);
        System.out.printf(
                "%,d rows with a heap of at most %d MB%n",
                MILLION, Runtime.getRuntime().maxMemory() >> 20);
        SeedPlan fill = SeedPlan.empty().fill("orders:" + MILLION);
        line("generating", millis(orders, () -> orders.seed(fill)));
        SeedPlan load =
                SeedPlan.empty().data("filesystem:" + csv(folder, MILLION).getParent());
        line("from CSV", millis(orders, () -> orders.seed(load)));
    }

    private static void line(String what, double millis) {
        System.out.printf("%-28s %10.0f ms%n", what, millis);
    }

    private static double millis(SeededOrders orders, Work work) throws IOException, SQLException {
        orders.execute("TRUNCATE TABLE orders");
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** As a person would write it: a prepared INSERT in batches, in one transaction. */
    private static void loadByHand(Connection connection, Path csv) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (BufferedReader lines = Files.newBufferedReader(csv);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            lines.readLine();
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                set(insert, line.split(",", -1));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void set(PreparedStatement insert, String[] values) throws SQLException {
        insert.setInt(1, Integer.parseInt(values[0]));
        insert.setInt(2, Integer.parseInt(values[1]));
        if (values[2].isEmpty()) {
            insert.setNull(3, Types.INTEGER);
        } else {
            insert.setInt(3, Integer.parseInt(values[2]));
        }
        insert.setString(4, values[3]);
        insert.setBigDecimal(5, new BigDecimal(values[4]));
        insert.setInt(6, Integer.parseInt(values[5]));
        insert.setObject(7, LocalDateTime.parse(values[6]));
        insert.setString(8, values[7].isEmpty() ? null : values[7]);
    }

    /** A file {@code orders.csv} in a folder of its own. */
    static Path csv(Path folder, int rows) throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve("orders.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,customer,product,name,amount,quantity,ordered_at,note\n");
            for (int i = 1; i <= rows; i++) {
                out.write(row(i));
            }
        }
        return file;
    }

    /** What orders refer to. */
    static void parents(SeededOrders orders) throws SQLException {
        for (String table : new String[] {"customers", "products"}) {
            for (int i = 1; i <= PARENTS; i++) {
                orders.execute("INSERT INTO " + table + " (id) VALUES (" + i + ")");
            }
        }
    }

    private static String row(int i) {
        return "%d,%d,%s,order number %d,%s,%d,%s,%s%n"
                .formatted(
                        i,
                        i * 7L % PARENTS + 1,
                        i % 10 == 0 ? "" : i * 13L % PARENTS + 1,
                        i,
                        BigDecimal.valueOf(i * 31L % 1_000_000, 2),
                        i % 9 + 1,
                        START.plusSeconds(i),
                        i % 3 == 0 ? "" : "a note about order " + i);
    }
}
