package dev.palindrome.roundtrip.verdict;

/** The three passes over all migrations. */
public enum Pass {
    UP,
    DOWN,
    UP_AGAIN
}
