package dev.palindrome;

/** One database under test. */
public final class TestDatabase {
    private TestDatabase() {}
}
