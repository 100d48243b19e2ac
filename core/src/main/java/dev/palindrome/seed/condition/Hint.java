package dev.palindrome.seed.condition;

/** What a condition makes a good try for a column. */
public sealed interface Hint {

    /** The value of a term, or one beside it. */
    record Near(Term term) implements Hint {}

    /** So many characters or bytes as the term says, or one more or less. */
    record OfLength(Term length) implements Hint {}

    /** A text that is like this. */
    record LikeThis(LikePattern pattern) implements Hint {}

    /** A day long past or in a far future, because it is compared with what only the server knows, such as today. */
    record FarAway() implements Hint {}

    /** NULL. */
    record Missing() implements Hint {}
}
