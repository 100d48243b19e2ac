package dev.palindrome.tsql;

import dev.palindrome.error.PalindromeException;
import java.util.List;

/** A T-SQL statement that the embedded engine cannot take, or that SQL Server would refuse. */
public final class NeedsSqlServerException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /** So many others are named. */
    private static final int SHOWN = 10;

    /** The script. */
    private final String script;

    /** The line, from 1. */
    private final int line;

    /** Whether SQL Server would take it. */
    private final boolean isForSqlServer;

    /** Of SQL Server's; 0 where there is none. */
    private final int sqlServerError;

    /** Why, in a clause; empty where the message alone says it. */
    private final String reason;

    /**
     * Makes one.
     *
     * @param script the script's name
     * @param line the line on which the statement starts, from 1
     * @param isForSqlServer whether it is certain that the script's author need not correct it
     * @param message names both, says why, and the next step
     */
    public NeedsSqlServerException(String script, int line, boolean isForSqlServer, String message) {
        this(script, line, isForSqlServer, message, 0, "");
    }

    private NeedsSqlServerException(
            String script, int line, boolean isForSqlServer, String message, int sqlServerError, String reason) {
        super(message);
        this.script = script;
        this.line = line;
        this.isForSqlServer = isForSqlServer;
        this.sqlServerError = sqlServerError;
        this.reason = reason;
    }

    /**
     * For what SQL Server refuses.
     *
     * @param script the script's name
     * @param line the line on which the statement starts, from 1
     * @param message names both, says why, and the next step
     * @param sqlServerError the number of its error, above 0
     * @param reason why, in a clause
     * @return says so
     */
    public static NeedsSqlServerException refused(
            String script, int line, String message, int sqlServerError, String reason) {
        return new NeedsSqlServerException(script, line, false, message, sqlServerError, reason);
    }

    /**
     * The same, naming others besides.
     *
     * @param others of the same script, in the order of their lines
     * @return this one where there are none
     */
    public NeedsSqlServerException with(List<NeedsSqlServerException> others) {
        if (others.isEmpty()) {
            return this;
        }
        StringBuilder message = new StringBuilder(String.valueOf(getMessage()))
                .append("\nAs far as the rest can be read without it, the script holds also:");
        others.stream()
                .limit(SHOWN)
                .forEach(other -> message.append("\n  line ")
                        .append(other.line)
                        .append(": ")
                        .append(other.withoutPlace()));
        if (others.size() > SHOWN) {
            message.append("\n  and %,d more".formatted(others.size() - SHOWN));
        }
        return new NeedsSqlServerException(script, line, isForSqlServer, message.toString(), sqlServerError, reason);
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
     * The message for whoever says the place already.
     *
     * @return it without script and line
     */
    public String withoutPlace() {
        String message = getMessage();
        String place = script + ", line " + line + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }

    /**
     * Whether the statement is for SQL Server alone.
     *
     * @return false where it is, or may be, to be corrected
     */
    public boolean isForSqlServer() {
        return isForSqlServer;
    }

    /**
     * The error under which SQL Server refuses it.
     *
     * @return its number, or 0 where SQL Server takes it, or nobody knows
     */
    public int sqlServerError() {
        return sqlServerError;
    }

    /**
     * Why SQL Server refuses it.
     *
     * @return a clause; empty where there is no such error
     */
    public String reason() {
        return reason;
    }
}
