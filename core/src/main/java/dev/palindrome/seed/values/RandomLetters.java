package dev.palindrome.seed.values;

import java.util.SplittableRandom;

/** Texts that mean nothing. */
public final class RandomLetters {

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

    private RandomLetters() {}

    public static String lower(int count, SplittableRandom random) {
        return of(LOWER, count, random);
    }

    /** So many of these characters; empty if there are none. */
    public static String of(String characters, int count, SplittableRandom random) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count && !characters.isEmpty(); i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
