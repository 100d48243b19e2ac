package dev.palindrome.junit5;

/** When a database is put back to what it was before the first test. */
public enum ResetMode {

    /** Before each test, so that no test sees what another one wrote. */
    BEFORE_EACH,

    /** Once, before the first test of the class. */
    BEFORE_ALL,

    /** Never: the tests of a class see what those before them wrote. */
    NEVER
}
