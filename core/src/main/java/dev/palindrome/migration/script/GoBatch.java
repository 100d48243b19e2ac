package dev.palindrome.migration.script;

import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.TsqlBatch;
import java.util.Optional;

/** The batches that Flyway sends to SQL Server one by one. */
public final class GoBatch {

    private GoBatch() {}

    /**
     * The line that SQL Server counts from when it says which line of a batch failed: Flyway sends a batch from its first
     * comment on, though Flyway's own messages name the line of its first word that is none.
     *
     * @param script the whole script
     * @param line the line that Flyway names, from 1
     */
    public static int firstLine(String script, int line) {
        return at(script, line).map(TsqlBatch::firstLine).orElse(line);
    }

    /** The batch whose first statement begins on a line, or else the last one that begins before its end. */
    static Optional<TsqlBatch> at(String script, int line) {
        Optional<TsqlBatch> around = Optional.empty();
        for (TsqlBatch batch : TsqlBatch.split(script, GoCount.UNKNOWN)) {
            int first = batch.tokens().get(0).line();
            if (first == line) {
                return Optional.of(batch);
            }
            if (first < line) {
                around = Optional.of(batch);
            }
        }
        return around;
    }
}
