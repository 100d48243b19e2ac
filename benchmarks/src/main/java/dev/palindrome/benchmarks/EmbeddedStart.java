package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** From nothing to a migrated database on the embedded engine, by Palindrome and by plain Flyway, in milliseconds. */
final class EmbeddedStart {

    private EmbeddedStart() {}

    static double byPalindrome(Path folder) {
        long start = System.nanoTime();
        TestDatabase database = TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .start();
        double millis = millisSince(start);
        database.close();
        return millis;
    }

    static double byFlyway(Path folder) {
        long start = System.nanoTime();
        Flyway.configure()
                .dataSource("jdbc:h2:mem:plain" + start + ";MODE=MSSQLServer;DB_CLOSE_DELAY=-1", "sa", "")
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        return millisSince(start);
    }

    static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
