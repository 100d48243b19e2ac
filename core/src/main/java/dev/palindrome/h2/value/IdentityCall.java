package dev.palindrome.h2.value;

/** What is said of an identity before and behind an INSERT: it changes no rows. */
public final class IdentityCall {

    private IdentityCall() {}

    /**
     * Whether a statement is one.
     *
     * @param statement for H2
     * @return false for whatever changes rows
     */
    public static boolean is(String statement) {
        return statement.startsWith("CALL \"palindrome\".\"identity_")
                || statement.startsWith("CALL \"palindrome\".\"move_identity");
    }
}
