package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * How long it takes from nothing to a migrated database, the first time in a JVM and after that, beside plain Flyway
 * {@code migrate} of the same tables on H2. Run it with a number of migrations, 5 by default.
 */
public final class StartUp {

    private static final int REPEATS = 20;

    private StartUp() {}

    /**
     * Prints the table.
     *
     * @param arguments the number of migrations
     * @throws IOException if the scripts cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int migrations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path folder = GeneratedMigrations.write(migrations);
        PrintStream out = System.out;
        out.printf("%d migrations on the embedded engine, JDK %s%n", migrations, System.getProperty("java.version"));
        out.printf("%-44s %10.1f ms%n", "first database of the JVM", palindrome(folder));
        out.printf("%-44s %10.1f ms%n", "second database of the JVM", palindrome(folder));
        out.printf("%-44s %10.1f ms%n", "median of " + REPEATS + " more", median(() -> palindrome(folder)));
        out.printf(
                "%-44s %10.1f ms%n", "plain Flyway migrate on H2, median of " + REPEATS, median(() -> flyway(folder)));
    }

    private static double palindrome(Path folder) {
        long start = System.nanoTime();
        TestDatabase database = TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .start();
        double millis = millisSince(start);
        database.close();
        return millis;
    }

    private static double flyway(Path folder) {
        long start = System.nanoTime();
        Flyway.configure()
                .dataSource("jdbc:h2:mem:plain" + start + ";MODE=MSSQLServer;DB_CLOSE_DELAY=-1", "sa", "")
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        return millisSince(start);
    }

    private interface Timed {
        double run();
    }

    private static double median(Timed timed) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            times.add(timed.run());
        }
        times.sort(null);
        return times.get(REPEATS / 2);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Scripts that both take as they are. They name the database, so that none is cloned from another. */
    private static final class GeneratedMigrations {
        static Path write(int count) throws IOException {
            Path folder = Files.createTempDirectory("palindrome-benchmark");
            for (int i = 1; i <= count; i++) {
                Files.writeString(
                        folder.resolve("V" + i + "__table.sql"), LinkedTables.create(i, 0) + "-- ${flyway:database}\n");
                Files.writeString(folder.resolve("U" + i + "__table.sql"), "DROP TABLE t%d;\n".formatted(i));
            }
            return folder;
        }
    }
}
