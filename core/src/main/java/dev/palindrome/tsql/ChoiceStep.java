package dev.palindrome.tsql;

/**
 * How a rewritten script writes down {@code IF … ELSE …}, with whatever is nested in it, as one row of steps: a character,
 * and what belongs to it.
 */
public final class ChoiceStep {

    /** Begins a choice; behind it a query that gives a row where the condition holds. */
    public static final char IF = '?';

    /** Ends what is done where the condition holds, and begins what is done where it does not. */
    public static final char ELSE = ':';

    /** Ends a choice. */
    public static final char END = '.';

    /** Behind it, a statement to run. */
    public static final char DO = '=';

    private ChoiceStep() {}
}
