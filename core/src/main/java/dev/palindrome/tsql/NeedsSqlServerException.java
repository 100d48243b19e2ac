package dev.palindrome.tsql;

import dev.palindrome.error.PalindromeException;

/** A T-SQL statement that the embedded engine cannot take, or that SQL Server would refuse. */
public final class NeedsSqlServerException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /** The script. */
    private final String script;

    /** The line, from 1. */
    private final int line;

    /** Whether SQL Server would take it. */
    private final boolean isForSqlServer;

    /**
     * Makes one.
     *
     * @param script the script's name
     * @param line the line on which the statement starts, from 1
     * @param isForSqlServer whether it is certain that the script's author need not correct it
     * @param message names both, says why, and the next step
     */
    public NeedsSqlServerException(String script, int line, boolean isForSqlServer, String message) {
        super(message);
        this.script = script;
        this.line = line;
        this.isForSqlServer = isForSqlServer;
    }

    /**
     * The script in which the statement stands.
     *
     * @return its name
     */
    public String script() {
        return script;
    }

    /**
     * Where the statement starts.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Whether the statement is for SQL Server alone.
     *
     * @return false where it is, or may be, to be corrected
     */
    public boolean isForSqlServer() {
        return isForSqlServer;
    }
}
