package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of a batch that has variables or control flow: the embedded engine runs one after the other, and goes on elsewhere
 * where a step says so.
 *
 * @param kind what it does
 * @param line of the script, on which the statement starts that it belongs to
 * @param target the step that it goes on at instead of the next one, for {@link Kind#UNLESS} and {@link Kind#GO}
 * @param handler the step at which a CATCH begins that takes its errors; {@link #NONE} without one
 * @param caught the step at which the CATCH begins that it stands in; {@link #NONE} where it stands in none
 * @param texts see {@link Kind}
 */
public record FlowStep(Kind kind, int line, int target, int handler, int caught, List<String> texts) {

    /** In the place of a step that there is not. */
    public static final int NONE = -1;

    /** The table in which the rows of an {@code INSERT … EXEC} wait; no script makes one of this name. */
    public static final String COLLECTED = "#palindrome$rows";

    /** What a step does. A query is two texts: H2's and, where only the database knows the types that it depends on, T-SQL's. */
    public enum Kind {
        /** Runs the statements that its texts are. */
        DO,
        /** Gives the variables that its first text names the values of the last row of the query behind it. */
        ASSIGN,
        /** Goes elsewhere unless the query has a row. */
        UNLESS,
        /** Goes elsewhere. */
        GO,
        /** Says the value of the query. */
        PRINT,
        /** RAISERROR: options, and behind them queries for the message, severity, state and arguments. */
        RAISE,
        /** THROW: queries for number, message and state, or nothing. */
        THROW,
        /** Fails with the error of SQL Server's whose number and words these are. */
        FAIL,
        /** Runs the T-SQL that the query gives; behind it declarations of parameters, and what they are given. */
        EXECUTE,
        /** Calls a procedure: its schema and name, the variable for its result, and arguments. */
        CALL,
        /**
         * Puts the rows in that an EXECUTE or CALL gives: the table's name as H2 has it, the names of columns, joined by dots
         * where they stand in the script, the number of statements that put them in, these, the kind of that step, and its texts.
         */
        COLLECT,
        /** What the first text says about a transaction, with the name of a savepoint. */
        TRANSACTION,
        /** What the first text says about the cursor that the second names. */
        CURSOR,
        /** Makes a table for a variable: the statement behind its name, or nothing and the schema and name of its type. */
        TABLE,
        /** Switches what the first text names to what the second says. */
        OPTION
    }

    /**
     * Makes one of its own.
     *
     * @param kind what it does
     * @param line of the script
     * @param target the step that it goes on at
     * @param handler the step that takes its errors
     * @param caught the CATCH that it stands in
     * @param texts see {@link Kind}
     */
    public FlowStep {
        texts = List.copyOf(texts);
    }

    /**
     * Writes steps down.
     *
     * @param steps in order
     * @return for {@link #parse}: of each what it is, how many texts it has, and these
     */
    public static List<String> write(List<FlowStep> steps) {
        List<String> written = new ArrayList<>();
        for (FlowStep step : steps) {
            written.add(String.join(
                    " ",
                    step.kind.name(),
                    String.valueOf(step.line),
                    String.valueOf(step.target),
                    String.valueOf(step.handler),
                    String.valueOf(step.caught),
                    String.valueOf(step.texts.size())));
            written.addAll(step.texts);
        }
        return written;
    }

    /**
     * Reads them.
     *
     * @param written what {@link #write} has given
     * @return the steps
     */
    public static List<FlowStep> parse(List<String> written) {
        List<FlowStep> steps = new ArrayList<>();
        int at = 0;
        while (at < written.size()) {
            String[] head = written.get(at++).split(" ");
            int end = at + Integer.parseInt(head[5]);
            steps.add(new FlowStep(
                    Kind.valueOf(head[0]),
                    Integer.parseInt(head[1]),
                    Integer.parseInt(head[2]),
                    Integer.parseInt(head[3]),
                    Integer.parseInt(head[4]),
                    written.subList(at, end)));
            at = end;
        }
        return steps;
    }
}
