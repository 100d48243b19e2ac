package dev.palindrome.h2.function;

import java.util.Locale;

/**
 * The sound of a word in four characters.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/soundex-transact-sql">SOUNDEX</a>
 */
final class Soundex {

    private static final int LENGTH = 4;

    /** Of the letters from A on; 0 is left out. */
    private static final String DIGITS = "01230120022455012623010202";

    private Soundex() {}

    static String of(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        if (word.isEmpty() || digit(word.charAt(0)) < 0) {
            return "0000";
        }
        StringBuilder out = new StringBuilder().append(word.charAt(0));
        int last = digit(word.charAt(0));
        for (int i = 1; i < word.length() && out.length() < LENGTH; i++) {
            char letter = word.charAt(i);
            int digit = digit(letter);
            if (digit < 0) {
                break;
            }
            if (digit > 0 && digit != last) {
                out.append(digit);
            }
            boolean silent = letter == 'H' || letter == 'W';
            last = silent ? last : digit;
        }
        return out + "0".repeat(LENGTH - out.length());
    }

    /** Below 0 for what is no letter. */
    private static int digit(char letter) {
        return letter < 'A' || letter > 'Z' ? -1 : DIGITS.charAt(letter - 'A') - '0';
    }

    /** How many of four characters are the same. */
    static int difference(String one, String other) {
        String first = of(one);
        String second = of(other);
        int same = 0;
        for (int i = 0; i < LENGTH; i++) {
            same += first.charAt(i) == second.charAt(i) ? 1 : 0;
        }
        return same;
    }
}
