package dev.palindrome.reset;

/** How much a reset had to do, the least first. */
public enum ResetStrategy {

    /** Rows, identities, sequences and schema are as they were: nothing was done. */
    NOTHING,

    /** Some tables, identities or sequences were put back. Connections stayed open. */
    TABLES,

    /** The schema or an option had changed, or a table that does not come back alone: everything was put back. */
    DATABASE
}
