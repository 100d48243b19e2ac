package dev.palindrome.sql;

import dev.palindrome.text.Causes;
import java.sql.SQLException;
import java.util.Optional;

/** An error of a statement that is one of many in what was sent, with its line in the script. */
public final class FailedLine extends SQLException {

    private static final long serialVersionUID = 1L;

    /** From 1. */
    private final int line;

    private final boolean beforehand;

    /**
     * Makes one.
     *
     * @param line of the script, from 1
     * @param error with whose words and number it fails
     */
    public FailedLine(int line, SQLException error) {
        this(line, error, false);
    }

    private FailedLine(int line, SQLException error, boolean beforehand) {
        super(error.getMessage(), error.getSQLState(), error.getErrorCode(), error);
        this.line = line;
        this.beforehand = beforehand;
    }

    /**
     * Makes one of what is asked before the script begins.
     *
     * @param line of the script, from 1
     * @param error with whose words and number it fails
     * @return says that nothing of the script has run
     */
    public static FailedLine beforehand(int line, SQLException error) {
        return new FailedLine(line, error, true);
    }

    /**
     * The line of the script that an error is about.
     *
     * @param error or what it caused
     * @return missing where none of its causes says so
     */
    public static Optional<Integer> of(Throwable error) {
        return in(error).map(failed -> failed.line);
    }

    /**
     * Whether nothing of the script has run.
     *
     * @return no where this is not known
     */
    public boolean isBeforehand() {
        return beforehand;
    }

    /**
     * The error of the statement alone. What stands around it shows all that was sent.
     *
     * @param error or what it caused
     * @return missing where none of its causes is one
     */
    public static Optional<FailedLine> in(Throwable error) {
        return Causes.first(error, FailedLine.class);
    }
}
