package dev.palindrome.benchmarks;

import dev.palindrome.production.ExportReport;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.TableExport;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A million orders and the customers that they reference, exported from a database in a file, plain and masked: once with {@code
 * make} and a folder, which makes the database there, then with {@code export} and the same folder, in a JVM with little memory.
 * {@code -Drows=…} makes less or more.
 */
final class Exports {

    private static final int ROWS = Integer.getInteger("rows", 1_000_000);

    /** Orders of a customer. */
    private static final int EACH = 5;

    private static final String RULES = """
            customers.email = email
            customers.first_name = first name
            customers.last_name = last name
            orders.note = keep made up
            """;

    private Exports() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("production").toAbsolutePath()
                + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        database.setUser("sa");
        database.setPassword("");
        if (arguments[0].equals("make")) {
            make(database);
        } else {
            TableExport orders = TableExport.of(database).table("orders");
            export(System.out, "plain", orders.unmasked("a benchmark"), folder.resolve("plain"));
            export(System.out, "masked", orders.masked(MaskRules.parse(RULES), "a key"), folder.resolve("masked"));
        }
    }

    private static void make(JdbcDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA dbo");
            statement.execute(
                    "CREATE TABLE dbo.customers (id INT NOT NULL PRIMARY KEY, email NVARCHAR(100) NOT NULL UNIQUE,"
                            + " first_name NVARCHAR(50) NOT NULL, last_name NVARCHAR(50) NOT NULL)");
            statement.execute("CREATE TABLE dbo.orders (id INT NOT NULL PRIMARY KEY,"
                    + " customer_id INT NOT NULL REFERENCES dbo.customers (id), placed DATE NOT NULL,"
                    + " total NUMERIC(12, 2) NOT NULL, note NVARCHAR(200) NULL)");
            connection.setAutoCommit(false);
            insert(connection, "customers (id, email, first_name, last_name)", ROWS / EACH, (rows, row) -> {
                rows.setString(2, "person." + row + "@real" + row % 97 + ".example");
                rows.setString(3, "First" + row % 3_001);
                rows.setString(4, "Last" + row % 20_011);
            });
            insert(connection, "orders (id, customer_id, placed, total, note)", ROWS, (rows, row) -> {
                rows.setInt(2, row / EACH);
                rows.setString(3, "2026-01-%02d".formatted(1 + row % 28));
                rows.setString(4, row % 1_000 + ".50");
                rows.setString(5, row % 3 == 0 ? null : "parcel number " + row);
            });
        }
    }

    private interface Row {
        void set(PreparedStatement rows, int row) throws SQLException;
    }

    private static void insert(Connection connection, String into, int count, Row values) throws SQLException {
        String marks = ", ?".repeat(into.split(",").length - 1);
        try (PreparedStatement rows =
                connection.prepareStatement("INSERT INTO dbo." + into + " VALUES (?" + marks + ")")) {
            for (int row = 0; row < count; row++) {
                rows.setInt(1, row);
                values.set(rows, row);
                rows.addBatch();
                if (row % 1_000 == 999) {
                    rows.executeBatch();
                    connection.commit();
                }
            }
            rows.executeBatch();
            connection.commit();
        }
    }

    private static void export(PrintStream out, String name, TableExport export, Path folder) throws Exception {
        System.gc();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        ExportReport report = export.to(folder);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double processor = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        long rows = report.tables().stream()
                .mapToLong(ExportReport.ExportedTable::rows)
                .sum();
        long bytes;
        try (Stream<Path> files = Files.list(folder)) {
            bytes = files.mapToLong(file -> file.toFile().length()).sum();
        }
        out.printf(
                "| %-8s | %,9d rows | %,d MB | %6.1f s | %6.1f s of the processor | %,9.0f rows/s | -Xmx%dm |%n",
                name,
                rows,
                bytes >> 20,
                seconds,
                processor,
                rows / processor,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
