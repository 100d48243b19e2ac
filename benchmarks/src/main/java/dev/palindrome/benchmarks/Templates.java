package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long other classes wait for a database that a first class has had made, beside the first: at the same moment, and when
 * the tests of the one before have run for a while. Each round has scripts of its own: a table, an index and a foreign key in
 * each, and rows. Run it with the number of migrations, 50 by default, and of rows in each, 20 by default;
 * {@code palindrome.engine} and the other settings say where.
 */
public final class Templates {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;
    private static final int TESTS_OF_A_CLASS_MILLIS = 300;

    private Templates() {}

    /**
     * Prints the table.
     *
     * @param arguments the number of migrations, and of rows in each
     * @throws IOException if the scripts cannot be written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int migrations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        List<Double> alone = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> atOnce = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            // A script that names the database makes no template: so much for what taking one costs.
            alone.add(start(write(migrations, rows, "-- ${flyway:database}")));
            Path folder = write(migrations, rows, "-- " + round);
            first.add(start(folder));
            atOnce.add(start(folder));
            Thread.sleep(TESTS_OF_A_CLASS_MILLIS);
            second.add(start(folder));
        }
        PrintStream out = System.out;
        out.printf(
                "%d migrations with %d rows each, JDK %s, median of %d%n",
                migrations, rows, System.getProperty("java.version"), ROUNDS);
        line(out, "without templates", alone, first);
        line(out, "first class, which leaves a template", first, first);
        line(out, "another at the same moment", atOnce, first);
        line(out, "another %d ms later".formatted(TESTS_OF_A_CLASS_MILLIS), second, first);
    }

    private static void line(PrintStream out, String what, List<Double> times, List<Double> first) {
        out.printf("%-40s %10.1f ms %8.2f%n", what, median(times), median(times) / median(first));
    }

    private static double start(Path folder) {
        long start = System.nanoTime();
        TestDatabase database =
                TestDatabase.builder().locations("filesystem:" + folder).start();
        double millis = (System.nanoTime() - start) / 1e6;
        database.close();
        return millis;
    }

    private static double median(List<Double> times) {
        return EmbeddedStart.median(times.subList(WARM_UP, times.size()));
    }

    private static Path write(int count, int rows, String remark) throws IOException {
        Path folder = Files.createTempDirectory("palindrome-benchmark");
        for (int i = 1; i <= count; i++) {
            Files.writeString(folder.resolve("V" + i + "__table.sql"), script(i, rows) + remark + "\n");
        }
        return folder;
    }

    private static String script(int number, int rows) {
        StringBuilder script = new StringBuilder("""
                CREATE TABLE t%1$d (
                    id INT IDENTITY(1, 1) NOT NULL CONSTRAINT pk_t%1$d PRIMARY KEY,
                    name NVARCHAR(50) NOT NULL,
                    amount DECIMAL(10, 2) NULL CONSTRAINT df_t%1$d_amount DEFAULT 0,
                    created_at DATETIME2 NOT NULL,
                    parent_id INT NULL CONSTRAINT fk_t%1$d REFERENCES t%2$d (id)
                );
                CREATE INDEX ix_t%1$d_name ON t%1$d (name);
                """.formatted(number, Math.max(1, number - 1)));
        for (int row = 1; row <= rows; row++) {
            script.append(
                    "INSERT INTO t%d (name, amount, created_at, parent_id) VALUES (N'row %d', %d, '2026-01-01', %d);%n"
                            .formatted(number, row, row, row));
        }
        return script.toString();
    }
}
