package dev.palindrome.reset;

import dev.palindrome.text.VisibleText;
import java.time.Duration;
import java.util.List;

/**
 * What a reset did, and why.
 *
 * @param strategy how much had to be done
 * @param reason what had changed, in words for a person; without any value of a row
 * @param tables schema and name of the tables that were put back; empty unless the strategy is
 *     {@link ResetStrategy#TABLES}
 * @param took how long it took, in nanoseconds as far as the clock allows
 */
public record ResetReport(ResetStrategy strategy, String reason, List<String> tables, Duration took) {

    /**
     * Makes a report.
     *
     * @param strategy how much had to be done
     * @param reason what had changed; control characters in names are made visible
     * @param tables that were put back
     * @param took how long it took
     */
    public ResetReport {
        reason = VisibleText.lines(reason);
        tables = List.copyOf(tables);
    }

    /** In one line, such as {@code TABLES in 0.4 ms: dbo.todos: 1 row added}. */
    @Override
    public String toString() {
        long micros = took.toNanos() / 1000;
        return "%s in %d.%03d ms: %s".formatted(strategy, micros / 1000, micros % 1000, VisibleText.line(reason));
    }
}
