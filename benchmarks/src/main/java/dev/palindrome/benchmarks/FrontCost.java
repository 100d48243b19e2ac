package dev.palindrome.benchmarks;

import dev.palindrome.h2.H2Front;
import dev.palindrome.tsql.TranslatedScript;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * What the T-SQL front costs: how long it takes to rewrite a thousand statements as teams have them, beside how long H2
 * takes to execute what comes of them. Run it with a number of rounds, 15 by default; as many go before them.
 */
public final class FrontCost {

    private static final String SETTINGS =
            ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE=TRUE";

    private FrontCost() {}

    /**
     * Prints the table.
     *
     * @param arguments the number of rounds
     * @throws SQLException if H2 refuses a statement
     */
    public static void main(String[] arguments) throws SQLException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        List<Round> measured = new ArrayList<>();
        for (int round = 1; round <= 2 * rounds; round++) {
            measured.add(Round.take());
        }
        print(measured.subList(rounds, 2 * rounds));
    }

    private static void print(List<Round> rounds) {
        double rewriting = median(rounds, Round::rewriting);
        double rewritten = median(rounds, Round::rewritten);
        double plain = median(rounds, Round::plain);
        System.out.printf(
                "%d statements, medians of %d rounds, JDK %s%n",
                rounds.get(0).statements(), rounds.size(), System.getProperty("java.version"));
        System.out.printf("%-56s %8.1f ms%n", "H2 executes the same, written for it by hand", plain);
        System.out.printf("%-56s %8.1f ms%n", "the front rewrites them", rewriting);
        System.out.printf("%-56s %8.2f%n", "  of what H2 takes", rewriting / plain);
        System.out.printf("%-56s %8.1f ms%n", "H2 executes what comes of them, questions included", rewritten);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> time) {
        return EmbeddedStart.median(rounds.stream().mapToDouble(time).boxed().toList());
    }

    /**
     * One round, in milliseconds of the processor: everything happens in one thread, and what else runs does not count.
     *
     * @param statements of T-SQL
     * @param rewriting what the front took
     * @param rewritten what H2 took for what came of it
     * @param plain what H2 took for the same without the front
     */
    private record Round(int statements, double rewriting, double rewritten, double plain) {

        static Round take() throws SQLException {
            List<String> scripts = ModuleScripts.scripts();
            long start = cpuTime();
            List<TranslatedScript> translated = scripts.stream()
                    .map(script -> TranslatedScript.rewrite("script.sql", script))
                    .toList();
            double rewriting = millisSince(start);
            List<String> statements = translated.stream()
                    .flatMap(script -> script.h2Statements().stream())
                    .toList();
            int written = translated.stream()
                    .mapToInt(script -> script.statements().size())
                    .sum();
            return new Round(written, rewriting, execution(statements), execution(ModuleScripts.forH2()));
        }

        private static long cpuTime() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private static double millisSince(long start) {
            return (cpuTime() - start) / 1e6;
        }

        private static double execution(List<String> statements) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + SETTINGS);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA \"dbo\"");
                statement.execute("SET SCHEMA \"dbo\"");
                H2Front.install(connection);
                long start = cpuTime();
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return millisSince(start);
            }
        }
    }
}
