package dev.palindrome.migration;

/** Hears how many rows the statements of migrations and undos have changed. */
@FunctionalInterface
public interface StatementListener {

    /** Hears nothing. */
    StatementListener NONE = (script, first, last, rows) -> {};

    /**
     * Something of a script has run to its end.
     *
     * @param script its path below the location
     * @param first the line on which it begins, from 1
     * @param last the line on which it ends at the latest: on the embedded engine the first one of a single statement, on SQL
     *     Server the last one of a batch
     * @param rows that all of its statements have changed together, as the server says
     */
    void ran(String script, int first, int last, long rows);
}
