package dev.palindrome.schema.compare;

/** A piece of an expression in the one form that all its spellings have. */
interface Term {

    String text();

    /**
     * Something that has a value.
     *
     * @param text its form
     */
    record Value(String text) implements Term {}
}
