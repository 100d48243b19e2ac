package dev.palindrome.reset.baseline;

import dev.palindrome.reset.ResetStrategy;
import java.sql.SQLException;
import java.util.List;

/** What a database was like, on one engine, and how to get back to it. Not for several threads at once. */
public interface Baseline extends AutoCloseable {

    /**
     * What was done.
     *
     * @param strategy how much
     * @param reason why
     * @param tables which were put back, where it was tables
     */
    record Outcome(ResetStrategy strategy, String reason, List<String> tables) {

        public static Outcome nothing(String reason) {
            return new Outcome(ResetStrategy.NOTHING, reason, List.of());
        }

        public static Outcome database(String reason) {
            return new Outcome(ResetStrategy.DATABASE, reason, List.of());
        }
    }

    Outcome restore() throws SQLException;

    /** What {@link #restore} would do. */
    Outcome inspect() throws SQLException;

    @Override
    void close() throws SQLException;
}
