package dev.palindrome.junit5;

/**
 * Whether a database is kept for a person to look at after the tests have ended and their JVM and container are gone.
 * What is kept lies in {@code target/palindrome/kept} below the working directory, with a note that says how to open it.
 */
public enum KeepDatabase {

    /**
     * As the setting {@code palindrome.keep} says: {@code never}, {@code on-failure} or {@code always}. Without the setting,
     * {@link #NEVER}.
     */
    AS_CONFIGURED,

    /** The database is dropped after the last test of the class. */
    NEVER,

    /**
     * The database is kept as a failed test left it, or the failed constructor, {@code @BeforeAll} or {@code @AfterAll}
     * method of a class. Where a copy is kept and each test is reset ({@link ResetMode#BEFORE_EACH}), the tests that follow
     * begin as ever. Otherwise, which is to say on a server of your own or without resets, they go on with a new database,
     * made when the first of them needs it, migrated and seeded like the first one; it has no rows from {@code @BeforeAll}.
     * An aborted test has not failed.
     */
    ON_FAILURE,

    /** As {@link #ON_FAILURE}, and what is there after the last test of the class is kept as well. */
    ALWAYS
}
