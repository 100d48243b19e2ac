package dev.palindrome.junit5;

/** How many of something, in words that agree. */
final class Count {

    private Count() {}

    /** @param singular a noun whose plural ends in s */
    static String of(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }
}
