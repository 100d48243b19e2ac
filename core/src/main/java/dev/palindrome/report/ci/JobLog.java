package dev.palindrome.report.ci;

import java.io.PrintStream;
import java.util.List;

/** Where the CI server's runner reads commands: the standard output, also that of a JVM that Surefire has forked. */
interface JobLog {

    /** Looked up each time, since build tools put streams of their own in its place. */
    JobLog STANDARD_OUTPUT = lines -> print(lines, System.out);

    void print(List<String> lines);

    /**
     * A command counts only at the beginning of a line, and whoever printed last may not have ended his. One call for all, so
     * that lines of other threads do not come between.
     */
    private static void print(List<String> lines, PrintStream out) {
        if (!lines.isEmpty()) {
            out.print("\n" + String.join("\n", lines) + "\n");
            out.flush();
        }
    }
}
