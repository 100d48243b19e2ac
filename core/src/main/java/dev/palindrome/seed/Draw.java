package dev.palindrome.seed;

/** Which of its values a column takes. */
enum Draw {
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
