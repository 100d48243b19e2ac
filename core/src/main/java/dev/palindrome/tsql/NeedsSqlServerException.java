package dev.palindrome.tsql;

import dev.palindrome.error.PalindromeException;

/** A T-SQL statement that the embedded engine cannot take, or that SQL Server would refuse. */
public final class NeedsSqlServerException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /** The script. */
    private final String script;

    /** The line, from 1. */
    private final int line;

    /**
     * Makes one.
     *
     * @param script the script's name
     * @param line the line on which the statement starts, from 1
     * @param message names both, says why, and the next step
     */
    public NeedsSqlServerException(String script, int line, String message) {
        super(message);
        this.script = script;
        this.line = line;
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
}
