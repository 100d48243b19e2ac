package dev.palindrome.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first check of a JVM, and the first database of another, each in a JVM of its own. */
final class ColdRoundTrips {

    private static final String CHECK = "check";
    private static final String START = "start";

    /** Measured JVMs of each kind and size, in turn; the medians are printed. */
    private static final int ROUNDS = 5;

    private ColdRoundTrips() {}

    static void print(int[] sizes) throws IOException {
        PrintStream out = System.out;
        out.printf("embedded engine, JDK %s, each in a new JVM%n", System.getProperty("java.version"));
        out.printf("%10s %16s %16s %8s%n", "migrations", "first start", "first check", "ratio");
        for (int size : sizes) {
            Path folder = RoundTrips.write(size);
            List<Double> starts = new ArrayList<>();
            List<Double> checks = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                starts.add(inNewJvm(START, folder));
                checks.add(inNewJvm(CHECK, folder));
            }
            double start = EmbeddedStart.median(starts);
            double check = EmbeddedStart.median(checks);
            out.printf("%10d %13.0f ms %13.0f ms %8.1f%n", size, start, check, check / start);
        }
    }

    private static double inNewJvm(String what, Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdRoundTrips.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.isEmpty()) {
            throw new IOException("The JVM for " + what + " of " + folder + " said nothing");
        }
        return Double.parseDouble(lines.get(lines.size() - 1));
    }

    /**
     * Measures one, and prints its milliseconds last.
     *
     * @param arguments {@code start} or {@code check}, and the folder of migrations
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        System.out.println(arguments[0].equals(CHECK) ? RoundTrips.check(folder) : EmbeddedStart.byPalindrome(folder));
    }
}
