package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole check of generated migrations, each a table with five columns, an identity among them, a foreign key and an
 * index, every fourth an ALTER, beside plain Flyway {@code migrate} of the same on H2 in the same run; and the same without
 * undo scripts, where each gets a draft that is tried. Arguments: numbers of migrations. With {@code first} before them, each
 * time is that of the first check of a JVM, beside the first start of a database in another.
 */
public final class RoundTrips {

    /** Rounds of both sides in turn before anything is measured, and how many migrations they have. */
    private static final int WARM_UP = 10;

    private static final int WARM_UP_SIZE = 200;

    /** Measured rounds for each size, both sides in turn; the medians are printed. */
    private static final int ROUNDS = 5;

    private RoundTrips() {}

    /**
     * Prints the table.
     *
     * @param arguments numbers of migrations, or else 100, 200, 400 and 800; behind {@code first} 10, 50 and 100
     * @throws IOException if the scripts cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("first")) {
            ColdRoundTrips.print(sizes(Stream.of(arguments).skip(1), 10, 50, 100));
        } else {
            printWarm(sizes(Stream.of(arguments), 100, 200, 400, 800));
        }
    }

    private static int[] sizes(Stream<String> arguments, int... otherwise) {
        int[] given = arguments.mapToInt(Integer::parseInt).toArray();
        return given.length == 0 ? otherwise : given;
    }

    private static void printWarm(int[] sizes) throws IOException {
        PrintStream out = System.out;
        Path first = write(WARM_UP_SIZE);
        inTurn(first, WARM_UP);
        check(withoutUndo(first));
        out.printf("embedded engine, JDK %s%n", System.getProperty("java.version"));
        out.printf(
                "%10s %16s %16s %8s %18s%n",
                "migrations", "Flyway migrate", "whole check", "ratio", "no undos: drafts");
        for (int size : sizes) {
            Path folder = write(size);
            Times times = inTurn(folder, ROUNDS);
            double drafts = check(withoutUndo(folder));
            out.printf(
                    "%10d %13.0f ms %13.0f ms %8.1f %15.0f ms%n",
                    size, times.migrate(), times.check(), times.check() / times.migrate(), drafts);
        }
    }

    /** The medians of both sides. */
    private record Times(double migrate, double check) {}

    private static Times inTurn(Path folder, int rounds) {
        List<Double> migrate = new ArrayList<>();
        List<Double> check = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            migrate.add(EmbeddedStart.byFlyway(folder));
            check.add(check(folder));
        }
        return new Times(EmbeddedStart.median(migrate), EmbeddedStart.median(check));
    }

    static double check(Path folder) {
        long start = System.nanoTime();
        RoundTripReport report = TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .verifyRoundTrips(RoundTripOptions.none());
        double millis = EmbeddedStart.millisSince(start);
        boolean undos = folder.resolve("U1__step.sql").toFile().exists();
        if (report.isReversible() != undos) {
            throw new IllegalStateException(report.toString());
        }
        if (!undos
                && report.roundTrips().stream()
                        .anyMatch(trip -> trip.undoDraft()
                                .filter(draft -> draft.outcome().startsWith("tried: restores the schema"))
                                .isEmpty())) {
            throw new IllegalStateException("A draft does not restore the schema");
        }
        return millis;
    }

    private static Path withoutUndo(Path folder) throws IOException {
        Path other = Files.createTempDirectory("palindrome-benchmark");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith("V")) {
                    Files.copy(file, other.resolve(file.getFileName()));
                }
            }
        }
        return other;
    }

    /** A folder with that many migrations and their undo scripts. */
    static Path write(int count) throws IOException {
        Path folder = Files.createTempDirectory("palindrome-benchmark");
        int lastTable = 0;
        for (int i = 1; i <= count; i++) {
            boolean alter = i % 4 == 0;
            Files.writeString(
                    folder.resolve("V" + i + "__step.sql"), alter ? alter(lastTable, i) : create(i, lastTable));
            Files.writeString(
                    folder.resolve("U" + i + "__step.sql"),
                    alter
                            ? "ALTER TABLE t%d DROP COLUMN extra%d;\n".formatted(lastTable, i)
                            : "DROP TABLE t%d;\n".formatted(i));
            lastTable = alter ? lastTable : i;
        }
        return folder;
    }

    private static String create(int table, int parent) {
        return """
                CREATE TABLE t%1$d (
                    id INT IDENTITY(1, 1) NOT NULL CONSTRAINT pk_t%1$d PRIMARY KEY,
                    name NVARCHAR(50) NOT NULL,
                    amount DECIMAL(10, 2) NULL,
                    created_at DATETIME2 NOT NULL,
                    parent_id INT NULL%2$s
                );
                CREATE INDEX ix_t%1$d_name ON t%1$d (name);
                """.formatted(
                        table, parent == 0 ? "" : " CONSTRAINT fk_t%d REFERENCES t%d (id)".formatted(table, parent));
    }

    private static String alter(int table, int step) {
        return "ALTER TABLE t%d ADD extra%d NVARCHAR(30) NULL;\n".formatted(table, step);
    }
}
