package dev.palindrome.production.mask.value;

/** Makes up a text of one kind. */
@FunctionalInterface
interface DrawnText {

    /**
     * A candidate.
     *
     * @param draws numbers to choose by; further ones give another candidate
     * @param original for its form alone
     * @param room how many letters there may be, more than 0
     */
    String make(KeyedDraws draws, String original, int room);
}
