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

    /**
     * How often what this did has ended the connections of others to the database, or begun to, however it went on.
     *
     * @return a number that only grows
     */
    default int timesConnectionsEnded() {
        return 0;
    }

    @Override
    void close() throws SQLException;
}
