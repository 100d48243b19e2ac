package dev.palindrome.seed;

import dev.palindrome.seed.values.ValueChoice;

/** The rows that a table gets for a round trip: one of each, as far as its keys and checks allow. */
public enum RowKind {
    /** Short texts of small letters, numbers above zero, moments of our days. */
    ORDINARY("an ordinary row", ValueChoice.ORDINARY),
    /** The same values once more, except where a key is against it. */
    REPEATED("a row that repeats another", ValueChoice.ORDINARY),
    /** Texts of both cases with blanks at both ends, quotes and other alphabets; numbers below zero with all digits. */
    AWKWARD("a row of mixed case, blanks and negative numbers", ValueChoice.AWKWARD),
    /** Empty texts, zeros. */
    EMPTY("a row of empty texts and zeros", ValueChoice.EMPTY),
    /** The greatest values and the longest texts. */
    GREATEST("a row of the longest texts and greatest values", ValueChoice.LONGEST),
    /** The least values. */
    LEAST("a row of the least values", ValueChoice.LEAST),
    /** NULL wherever it is allowed. */
    MISSING("a row of NULLs", ValueChoice.MISSING);

    private final String words;
    private final ValueChoice choice;

    RowKind(String words, ValueChoice choice) {
        this.words = words;
        this.choice = choice;
    }

    /**
     * Which values stand in such a row.
     *
     * @return for each column
     */
    public ValueChoice choice() {
        return choice;
    }

    /** For messages. */
    @Override
    public String toString() {
        return words;
    }
}
