package dev.palindrome.benchmarks;

import dev.palindrome.check.MigrationCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the check of migrations takes, without a database: in a JVM that has done it before, and as a command in a new one,
 * from its start to its end. Run it with numbers of migrations, 100, 500 and 2000 by default; each has an undo script.
 */
public final class MigrationChecks {

    private static final int WARM_ROUNDS = 20;
    private static final int COLD_ROUNDS = 7;

    private MigrationChecks() {}

    /**
     * Prints the table.
     *
     * @param arguments numbers of migrations
     * @throws IOException if a script cannot be written, or a JVM not be started
     * @throws InterruptedException if somebody does not wait for it
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int[] sizes = arguments.length == 0
                ? new int[] {100, 500, 2000}
                : List.of(arguments).stream().mapToInt(Integer::parseInt).toArray();
        System.out.printf("JDK %s, medians%n", System.getProperty("java.version"));
        System.out.printf(
                "%10s %10s %14s %18s %10s%n", "migrations", "scripts", "warm", "command, new JVM", "findings");
        for (int size : sizes) {
            Path folder = write(size);
            System.out.printf(
                    "%10d %10d %11.0f ms %15.0f ms %10d%n", size, 2 * size, warm(folder), cold(folder), check(folder));
        }
    }

    private static double warm(Path folder) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 2 * WARM_ROUNDS; round++) {
            long start = System.nanoTime();
            check(folder);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return EmbeddedStart.median(times.subList(WARM_ROUNDS, times.size()));
    }

    private static int check(Path folder) {
        return MigrationCheck.of("filesystem:" + folder).findings().size();
    }

    private static double cold(Path folder) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < COLD_ROUNDS; round++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.palindrome.check.Main",
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().transferTo(new ByteArrayOutputStream());
            int exit = process.waitFor();
            times.add((System.nanoTime() - start) / 1e6);
            if (exit == 2) {
                throw new IOException("The command could not check " + folder);
            }
        }
        return EmbeddedStart.median(times);
    }

    /** One in five makes a table with its indexes and a procedure, the others alter the last one, one in fifty dangerously. */
    private static Path write(int size) throws IOException {
        Path folder = Files.createTempDirectory("migration-checks");
        for (int version = 1; version <= size; version++) {
            int table = (version - 1) / 5;
            Files.writeString(folder.resolve("V%d__step.sql".formatted(version)), up(version, table));
            Files.writeString(folder.resolve("U%d__step.sql".formatted(version)), down(version, table));
        }
        return folder;
    }

    private static String up(int version, int table) {
        if (version % 5 != 1) {
            return """
                    -- what people write before a change
                    ALTER TABLE dbo.t%1$d ADD c%2$d NVARCHAR(%2$d) %3$s NULL;
                    GO
                    UPDATE dbo.t%1$d SET c%2$d = name WHERE id %% 2 = 0;
                    """.formatted(table, version, version % 50 == 2 ? "NOT" : "");
        }
        return """
                CREATE TABLE dbo.t%1$d (
                    id         INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_t%1$d PRIMARY KEY CLUSTERED,
                    name       NVARCHAR(200)     NOT NULL,
                    email      NVARCHAR(320)     NULL,
                    created_at DATETIME2(3)      NOT NULL CONSTRAINT df_t%1$d_created_at DEFAULT (SYSUTCDATETIME()),
                    CONSTRAINT uq_t%1$d_email UNIQUE (email)
                );
                CREATE INDEX ix_t%1$d_name ON dbo.t%1$d (name) INCLUDE (email);
                GO
                CREATE PROCEDURE dbo.find_t%1$d @name NVARCHAR(200) AS
                BEGIN
                    SET NOCOUNT ON;
                    SELECT id, name, email, created_at FROM dbo.t%1$d WHERE name LIKE @name + N'%%' ORDER BY name;
                END
                GO
                """.formatted(table);
    }

    private static String down(int version, int table) {
        return version % 5 == 1
                ? "DROP PROCEDURE dbo.find_t%1$d;\nDROP TABLE dbo.t%1$d;\n".formatted(table)
                : "ALTER TABLE dbo.t%d DROP COLUMN c%d;\n".formatted(table, version);
    }
}
