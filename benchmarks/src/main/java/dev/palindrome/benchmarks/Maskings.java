package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.Masking;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * A million rows with three masked columns, one of them unique, which two other tables are joined by: beside one UPDATE for each
 * table that sets the same columns to expressions. {@code -Dpalindrome.url=…} measures on that server, {@code -Drows=…} with
 * less or more, {@code -Drounds=…} how often, {@code
 * -Dcpu=true} the processor's time of the thread.
 */
final class Maskings {

    private static final int ROWS = Integer.getInteger("rows", 1_000_000);

    private static final boolean CPU = Boolean.getBoolean("cpu");

    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private static final String SCHEMA = """
            CREATE TABLE dbo.users (
                id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                email NVARCHAR(100) NOT NULL CONSTRAINT uq_users UNIQUE,
                first_name NVARCHAR(50) NOT NULL,
                last_name NVARCHAR(50) NOT NULL
            );
            CREATE TABLE dbo.orders (
                id INT NOT NULL CONSTRAINT pk_orders PRIMARY KEY,
                user_email NVARCHAR(100) NOT NULL CONSTRAINT fk_orders REFERENCES dbo.users (email)
            );
            CREATE TABLE dbo.letters (
                id INT NOT NULL CONSTRAINT pk_letters PRIMARY KEY,
                email NVARCHAR(100) NOT NULL
            );
            """;

    private static final String RULES = """
            users.email = email
            users.first_name = first name
            users.last_name = last name
            letters.email = email
            orders.user_email = email
            """;

    private static final String JOINED =
            "SELECT COUNT(*) FROM [dbo].[users] u JOIN [dbo].[orders] o ON o.[user_email] = u.[email]"
                    + " JOIN [dbo].[letters] l ON l.[email] = u.[email]";

    private Maskings() {}

    public static void main(String[] arguments) throws Exception {
        EngineKind engine = System.getProperty("palindrome.url") == null ? EngineKind.EMBEDDED : EngineKind.SQL_SERVER;
        long[] plain = new long[ROUNDS];
        long[] masked = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = measure(engine, Maskings::update);
            masked[round] = measure(engine, Maskings::mask);
        }
        report(System.out, median(plain), median(masked));
    }

    private interface Work {
        void on(TestDatabase database) throws SQLException;
    }

    private static long measure(EngineKind engine, Work work) throws Exception {
        Path folder = Files.createTempDirectory("masking");
        Files.writeString(folder.resolve("V1__users.sql"), SCHEMA);
        try (TestDatabase database = TestDatabase.builder()
                        .engine(engine)
                        .locations("filesystem:" + folder)
                        .start();
                Connection connection = database.dataSource().getConnection()) {
            insert(connection);
            long joined = joined(connection);
            System.gc();
            long begun = time();
            work.on(database);
            long took = time() - begun;
            if (joined(connection) != joined) {
                throw new IllegalStateException("The joins do not hold.");
            }
            return took;
        }
    }

    /** Of this thread alone, where other builds run beside. */
    private static long time() {
        return CPU ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static void insert(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        insert(connection, "users ([email], [first_name], [last_name], [id])", 4, 1);
        insert(connection, "orders ([user_email], [id])", 2, 2);
        insert(connection, "letters ([email], [id])", 2, 4);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void insert(Connection connection, String into, int columns, int fewer) throws SQLException {
        String marks = ", ?".repeat(columns - 1);
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO [dbo]." + into + " VALUES (?" + marks + ")")) {
            for (int row = 0; row < ROWS / fewer; row++) {
                statement.setString(1, "person." + row * fewer + "@real" + row * fewer % 97 + ".example");
                if (columns == 4) {
                    statement.setString(2, "First" + row % 3_001);
                    statement.setString(3, "Last" + row % 20_011);
                }
                statement.setInt(columns, row);
                statement.addBatch();
                if (row % 1_000 == 999) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static long joined(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(JOINED)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void update(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            boolean embedded = System.getProperty("palindrome.url") == null;
            statement.execute(
                    embedded
                            ? "ALTER TABLE [dbo].[orders] SET REFERENTIAL_INTEGRITY FALSE"
                            : "ALTER TABLE [dbo].[orders] NOCHECK CONSTRAINT [fk_orders]");
            connection.setAutoCommit(false);
            statement.execute("UPDATE [dbo].[users] SET [email] = CONCAT('x', [email]),"
                    + " [first_name] = CONCAT('x', [first_name]), [last_name] = CONCAT('x', [last_name])");
            statement.execute("UPDATE [dbo].[orders] SET [user_email] = CONCAT('x', [user_email])");
            statement.execute("UPDATE [dbo].[letters] SET [email] = CONCAT('x', [email])");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(
                    embedded
                            ? "ALTER TABLE [dbo].[orders] SET REFERENTIAL_INTEGRITY TRUE"
                            : "ALTER TABLE [dbo].[orders] WITH CHECK CHECK CONSTRAINT [fk_orders]");
        }
    }

    private static void mask(TestDatabase database) {
        Masking.of(database.dataSource(), MaskRules.parse(RULES)).mask();
    }

    private static long median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private static void report(PrintStream out, long plain, long masked) {
        long rows = ROWS + ROWS / 2L + ROWS / 4L;
        out.printf("%n%,d rows in three tables%n", rows);
        out.printf(
                "| %-30s | %6.1f s | %,9d rows/s |%n",
                "UPDATE to expressions", plain / 1e9, rows * 1_000_000_000L / plain);
        out.printf(
                "| %-30s | %6.1f s | %,9d rows/s |%n",
                "masked and searched", masked / 1e9, rows * 1_000_000_000L / masked);
        out.printf("ratio %.2f%n", (double) masked / plain);
    }
}
