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

    /**
     * What a step is.
     *
     * @param step of at least one character
     * @return one of the constants
     */
    public static char kind(String step) {
        return step.charAt(0);
    }

    /**
     * What belongs to a step.
     *
     * @param step of at least one character
     * @return the query or statement; empty where there is none
     */
    public static String text(String step) {
        return step.substring(1);
    }
}
