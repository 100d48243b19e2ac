package dev.palindrome.benchmarks;

/** The figures of docs/compare.md, in one run: resets beside those of others, and round trips beside Liquibase's test of rollbacks. */
public final class Comparison {

    private Comparison() {}

    /**
     * Prints the tables.
     *
     * @param arguments none
     * @throws Exception if anything fails
     */
    public static void main(String[] arguments) throws Exception {
        Resets.main(arguments);
        RollbackTests.main(new String[] {"50", "200"});
    }
}
