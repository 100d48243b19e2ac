package dev.palindrome.seed.values;

/** Which of its values a column takes. */
public enum ValueChoice {
    /** Any. */
    ORDINARY,
    /** NULL wherever it is allowed. */
    MISSING,
    /** NULL in the first column that takes it, the third, the fifth …; any other value in the others. */
    ODD_MISSING,
    /** The same with the second column that takes NULL, the fourth … */
    EVEN_MISSING,
    /** Another than any that is easily taken for it. */
    COUNTERPART,
    /** The value that is wished for, or any. */
    NAMED,
    /** The least or shortest. */
    LEAST,
    /** The greatest or longest. */
    GREATEST,
    /** One that a careless change of texts, numbers or times does not leave as it is. */
    AWKWARD,
    /** The empty text, zero. */
    EMPTY,
    /** The greatest or longest, also where that is longer than anybody needs. */
    LONGEST,
    /** Another one, because the last did not fit to the rest. */
    ANOTHER
}
