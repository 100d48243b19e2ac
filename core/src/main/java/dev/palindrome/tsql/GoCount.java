package dev.palindrome.tsql;

/** What a number behind {@code GO} means, which depends on who sends the script. */
public enum GoCount {
    /**
     * So often is the batch run, as by sqlcmd and SSMS (Microsoft: sql-server-utilities-statements-go). For scripts that
     * Palindrome sends itself.
     */
    REPEATS,
    /** Nothing: Flyway sends it to the server as the beginning of the next batch, and the server refuses it. */
    UNKNOWN
}
