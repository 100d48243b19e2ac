package dev.palindrome.seed;

import java.util.SplittableRandom;

/** Texts that mean nothing. */
final class Letters {

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

    private Letters() {}

    static String lower(int count, SplittableRandom random) {
        return of(LOWER, count, random);
    }

    /** So many of these characters; empty if there are none. */
    static String of(String characters, int count, SplittableRandom random) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count && !characters.isEmpty(); i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
