package dev.palindrome.junit5;

/**
 * When a database is put back to what it was before the first test: rows, identities, sequences, and the schema. A nested
 * class that shares the outer class's database begins with what the outer class's tests begin with, adds to it what its own
 * {@link Seed} and {@code @BeforeAll} methods put in, and takes that along when it ends.
 */
public enum ResetMode {

    /**
     * Before each test, so that no test sees what another one wrote. Each repetition and each invocation of a parameterized
     * test is one; the dynamic tests of a {@code @TestFactory} method are one together; a {@link RoundTripTest} needs none.
     */
    BEFORE_EACH,

    /**
     * Once, before the first test of the class and of each nested class. Within a class, tests see what those before them
     * wrote.
     */
    BEFORE_ALL,

    /** Never: tests see what those before them wrote, those of nested classes too. */
    NEVER
}
