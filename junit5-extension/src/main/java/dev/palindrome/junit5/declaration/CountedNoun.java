package dev.palindrome.junit5.declaration;

/** How many of something, in words that agree. */
public final class CountedNoun {

    private CountedNoun() {}

    /** @param singular a noun whose plural ends in s */
    public static String of(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }
}
