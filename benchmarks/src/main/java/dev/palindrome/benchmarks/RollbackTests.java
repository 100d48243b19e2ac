package dev.palindrome.benchmarks;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.IntStream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.util.LiquibaseUtil;

/**
 * Palindrome's round trip beside Liquibase's {@code updateTestingRollback} on the same SQL, on H2 in the same run: which of
 * the faults that undo scripts have each of them finds, and how long each takes where all is well.
 */
public final class RollbackTests {

    private static final int ROUNDS = 5;

    /** The last migration is the one with the fault; those before it have none. */
    private record Fault(String name, List<Step> steps) {

        Fault(String name, String up, String down) {
            this(name, List.of(USERS, VIEW, new Step(up, down)));
        }
    }

    private record Step(String up, String down) {}

    private static final Step USERS = new Step("""
            CREATE TABLE users (
                id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                name NVARCHAR(50) NOT NULL CONSTRAINT uq_users_name UNIQUE,
                mail NVARCHAR(50) NULL,
                active BIT NOT NULL,
                CONSTRAINT ck_users_name CHECK (name <> N'nobody')
            );
            """, "DROP TABLE users;\n");

    private static final Step VIEW = new Step(
            "CREATE VIEW active_users AS SELECT id, name FROM users WHERE active = 1;\n", "DROP VIEW active_users;\n");

    /** In SQL that H2 takes as it is, as Liquibase hands it on. */
    private static final List<Fault> FAULTS = List.of(
            new Fault("none", "CREATE TABLE notes (id INT NOT NULL);\n", "DROP TABLE notes;\n"),
            new Fault("the undo does not run", "CREATE TABLE notes (id INT NOT NULL);\n", "DROP TABLE note;\n"),
            new Fault(
                    "a table stays, and is in the way",
                    "CREATE TABLE notes (id INT NOT NULL);\nCREATE TABLE tags (id INT NOT NULL);\n",
                    "DROP TABLE notes;\n"),
            new Fault(
                    "a constraint is not made again",
                    "ALTER TABLE users DROP CONSTRAINT IF EXISTS ck_users_name;\n",
                    "UPDATE users SET active = active;\n"),
            new Fault(
                    "a constraint comes back over other columns",
                    "ALTER TABLE users DROP CONSTRAINT uq_users_name;\n",
                    "ALTER TABLE users ADD CONSTRAINT uq_users_name UNIQUE (name, active);\n"),
            new Fault(
                    "a column comes back with another length",
                    "ALTER TABLE users ALTER COLUMN name NVARCHAR(100) NOT NULL;\n",
                    "ALTER TABLE users ALTER COLUMN name NVARCHAR(60) NOT NULL;\n"),
            new Fault(
                    "a view comes back with another condition",
                    "DROP VIEW active_users;\n",
                    "CREATE VIEW active_users AS SELECT id, name FROM users WHERE active = 0;\n"),
            new Fault(
                    "values are lost",
                    "UPDATE users SET mail = UPPER(mail);\n",
                    "UPDATE users SET mail = LOWER(mail);\n"),
            new Fault(
                    "rows are lost",
                    "ALTER TABLE users ADD nick NVARCHAR(20) NULL;\n",
                    "ALTER TABLE users DROP COLUMN nick;\nDELETE FROM users WHERE active = 0;\n"),
            new Fault(
                    "the migration fails where there are rows",
                    "ALTER TABLE users ADD code INT NOT NULL;\n",
                    "ALTER TABLE users DROP COLUMN code;\n"),
            new Fault(
                    "the undo fails where there are rows",
                    "ALTER TABLE users DROP COLUMN mail;\n",
                    "ALTER TABLE users ADD mail NVARCHAR(50) NOT NULL;\n"),
            new Fault(
                    "it does not go up a second time",
                    "INSERT INTO users VALUES (-7, N'system', NULL, 1);\n",
                    "UPDATE users SET active = 0 WHERE id = -7;\n"));

    private RollbackTests() {}

    /**
     * Prints both tables.
     *
     * @param arguments numbers of migrations, or else 50 and 200
     * @throws Exception if anything fails that is not meant to
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // Liquibase says a lot there
        LogManager.getLogManager().reset();
        print(arguments, out);
    }

    private static void print(String[] arguments, PrintStream out) throws Exception {
        out.printf("JDK %s, Liquibase %s%n", System.getProperty("java.version"), LiquibaseUtil.getBuildVersion());
        out.printf("%n%-45s %-20s %s%n", "fault", "Palindrome", "Liquibase");
        for (Fault fault : FAULTS) {
            out.printf("%-45s %-20s %s%n", fault.name(), byPalindrome(fault), byLiquibase(fault));
        }
        int[] sizes = arguments.length == 0
                ? new int[] {50, 200}
                : IntStream.range(0, arguments.length)
                        .map(i -> Integer.parseInt(arguments[i]))
                        .toArray();
        out.printf("%n%10s %14s %14s%n", "migrations", "Palindrome", "Liquibase");
        for (int size : sizes) {
            time(size, out);
        }
    }

    private static Verdict byPalindrome(Fault fault) throws IOException {
        Path folder = Files.createTempDirectory("palindrome-benchmark");
        for (int i = 0; i < fault.steps().size(); i++) {
            Files.writeString(
                    folder.resolve("V" + (i + 1) + "__step.sql"),
                    fault.steps().get(i).up());
            Files.writeString(
                    folder.resolve("U" + (i + 1) + "__step.sql"),
                    fault.steps().get(i).down());
        }
        List<RoundTrip> trips = TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .verifyRoundTrips(RoundTripOptions.none())
                .roundTrips();
        if (trips.get(0).verdict() != Verdict.REVERSIBLE) {
            throw new IllegalStateException(trips.get(0).toString());
        }
        return trips.get(trips.size() - 1).verdict();
    }

    private static String byLiquibase(Fault fault) throws Exception {
        try {
            updateTestingRollback(changelog(fault.steps()));
            return "-";
        } catch (LiquibaseException e) {
            return "found";
        }
    }

    private static Path changelog(List<Step> steps) throws IOException {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < steps.size(); i++) {
            text.append("\n--changeset benchmark:")
                    .append(i + 1)
                    .append('\n')
                    .append(steps.get(i).up());
            steps.get(i).down().lines().map(line -> "--rollback " + line + "\n").forEach(text::append);
        }
        Path folder = Files.createTempDirectory("palindrome-benchmark");
        Files.writeString(folder.resolve("changelog.sql"), text);
        return folder;
    }

    @SuppressWarnings("try") // its close() is nowhere interrupted
    private static double updateTestingRollback(Path folder) throws Exception {
        long start = System.nanoTime();
        String url = "jdbc:h2:mem:rollback" + start + ";MODE=MSSQLServer";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder)) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Liquibase liquibase = new Liquibase("changelog.sql", files, database);
            liquibase.updateTestingRollback(new Contexts(), new LabelExpression());
        }
        return EmbeddedStart.millisSince(start);
    }

    private static void time(int size, PrintStream out) throws Exception {
        Path folder = RoundTrips.write(size);
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            steps.add(new Step(
                    Files.readString(folder.resolve("V" + i + "__step.sql")),
                    Files.readString(folder.resolve("U" + i + "__step.sql"))));
        }
        Path changelog = changelog(steps);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) { // the first half warms up
            ours.add(RoundTrips.check(folder));
            theirs.add(updateTestingRollback(changelog));
        }
        out.printf(
                "%10d %11.0f ms %11.0f ms%n",
                size,
                EmbeddedStart.median(ours.subList(ROUNDS, 2 * ROUNDS)),
                EmbeddedStart.median(theirs.subList(ROUNDS, 2 * ROUNDS)));
    }
}
