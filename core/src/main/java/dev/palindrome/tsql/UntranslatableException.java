package dev.palindrome.tsql;

/** Says why something is not read as T-SQL. On the way out of the rewriting it becomes an error with script and line. */
public final class UntranslatableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A clause for people to read. */
    private final String reason;

    /** In the script, from 1; 0 where it is the statement's. */
    private final int line;

    /** Whether it may as well be wrong T-SQL. */
    private final boolean unclear;

    /** The number under which SQL Server refuses it; 0 where it does not, or nobody knows. */
    private final int sqlServerError;

    /**
     * For what is known to need SQL Server.
     *
     * @param reason what the embedded engine does not take, to stand in parentheses
     */
    public UntranslatableException(String reason) {
        this(reason, 0, false, 0);
    }

    private UntranslatableException(String reason, int line, boolean unclear, int sqlServerError) {
        super(reason, null, false, false);
        this.reason = reason;
        this.line = line;
        this.unclear = unclear;
        this.sqlServerError = sqlServerError;
    }

    /**
     * For what may be a statement that is not known, or one with a slip of the pen.
     *
     * @param token where reading came to an end
     * @return says at which token, and on which line
     */
    public static UntranslatableException at(Token token) {
        return token.kind() == Token.Kind.END
                ? new UntranslatableException("it ends too early", 0, true, 0)
                : new UntranslatableException("at " + token.withoutLiteral().text(), token.line(), true, 0);
    }

    /**
     * For what is more likely wrong T-SQL.
     *
     * @param reason what is wrong, to stand in parentheses
     * @return says so, too
     */
    public static UntranslatableException unclear(String reason) {
        return new UntranslatableException(reason, 0, true, 0);
    }

    /**
     * For what SQL Server refuses, too.
     *
     * @param sqlServerError the number of its error, above 0
     * @param token where it would say so
     * @param reason what is wrong and what would be right, to stand in parentheses behind the number
     * @return says so, too
     */
    public static UntranslatableException refused(int sqlServerError, Token token, String reason) {
        return new UntranslatableException(reason, token.line(), false, sqlServerError);
    }

    /**
     * For what SQL Server refuses, too, of a statement as a whole.
     *
     * @param sqlServerError the number of its error, above 0
     * @param reason what is wrong, to stand in parentheses behind the number
     * @return says so, too
     */
    public static UntranslatableException refused(int sqlServerError, String reason) {
        return new UntranslatableException(reason, 0, false, sqlServerError);
    }

    /**
     * For what SQL Server's grammar refuses, too.
     *
     * @param token where it would say so
     * @return names the token, and error 156 at a reserved word, else 102
     */
    public static UntranslatableException syntax(Token token) {
        boolean end = token.kind() == Token.Kind.END;
        String where = end ? "its end" : token.withoutLiteral().text();
        return new UntranslatableException(
                "incorrect syntax near " + where, end ? 0 : token.line(), false, ReservedWords.has(token) ? 156 : 102);
    }

    /**
     * The same of a part of the statement.
     *
     * @param part such as {@code column x}
     * @return names it
     */
    public UntranslatableException of(String part) {
        return new UntranslatableException(part + ": " + reason, line, unclear, sqlServerError);
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
     * Whether it may as well be wrong T-SQL.
     *
     * @return false for what is known to need SQL Server
     */
    public boolean isUnclear() {
        return unclear;
    }

    /**
     * Why, with the line, where that is another than the statement's.
     *
     * @param statementLine the line on which the statement starts
     * @return to stand in parentheses
     */
    public String reason(int statementLine) {
        return line == 0 || line == statementLine ? reason : reason + " on line " + line;
    }
}
