package dev.palindrome.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

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
        out.printf("%-44s %10.1f ms%n", "first database of the JVM", EmbeddedStart.byPalindrome(folder));
        out.printf("%-44s %10.1f ms%n", "second database of the JVM", EmbeddedStart.byPalindrome(folder));
        out.printf(
                "%-44s %10.1f ms%n",
                "median of " + REPEATS + " more", median(() -> EmbeddedStart.byPalindrome(folder)));
        out.printf(
                "%-44s %10.1f ms%n",
                "plain Flyway migrate on H2, median of " + REPEATS, median(() -> EmbeddedStart.byFlyway(folder)));
    }

    private static double median(DoubleSupplier timed) {
        return EmbeddedStart.median(
                DoubleStream.generate(timed).limit(REPEATS).boxed().toList());
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
