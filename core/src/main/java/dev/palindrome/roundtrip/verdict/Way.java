package dev.palindrome.roundtrip.verdict;

/** The three ways that a migration is sent. */
public enum Way {
    UP,
    DOWN,
    UP_AGAIN
}
