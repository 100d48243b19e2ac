package dev.palindrome.production.legacy;

/** Where changes of a text go, be it a script or what a literal in it says. */
interface Edits {

    void replace(int start, int end, String replacement);

    /** Takes a part away. */
    default void blank(int start, int end) {
        replace(start, end, " ");
    }
}
