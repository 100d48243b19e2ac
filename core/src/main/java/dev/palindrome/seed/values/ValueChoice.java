package dev.palindrome.seed.values;

/** Which of its values a column takes. */
public enum ValueChoice {
    /** Any. */
    ORDINARY,
    /** NULL wherever it is allowed. */
    MISSING,
    /** The least or shortest. */
    LEAST,
    /** The greatest or longest. */
    GREATEST,
    /** Another one, because the last did not fit to the rest. */
    ANOTHER
}
