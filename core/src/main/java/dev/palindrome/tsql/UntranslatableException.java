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

    /**
     * For what is known to need SQL Server.
     *
     * @param reason what the embedded engine does not take, to stand in parentheses
     */
    public UntranslatableException(String reason) {
        this(reason, 0, false);
    }

    private UntranslatableException(String reason, int line, boolean unclear) {
        super(reason, null, false, false);
        this.reason = reason;
        this.line = line;
        this.unclear = unclear;
    }

    /**
     * For what may be a statement that is not known, or one with a slip of the pen.
     *
     * @param token where reading came to an end
     * @return says at which token, and on which line
     */
    public static UntranslatableException at(Token token) {
        return token.kind() == Token.Kind.END
                ? new UntranslatableException("it ends too early", 0, true)
                : new UntranslatableException("at " + token.withoutLiteral().text(), token.line(), true);
    }

    /**
     * For what is more likely wrong T-SQL.
     *
     * @param reason what is wrong, to stand in parentheses
     * @return says so, too
     */
    public static UntranslatableException unclear(String reason) {
        return new UntranslatableException(reason, 0, true);
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
