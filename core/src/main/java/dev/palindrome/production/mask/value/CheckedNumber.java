package dev.palindrome.production.mask.value;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A number of persons or accounts with check digits.
 *
 * @param form what it looks like without separators, in upper case
 * @param isFree which of its letters may change: neither the check digits nor what says what it is
 * @param complete writes the check digits
 * @param isGood whether what is left to the number itself may be so, such as a date in it
 */
record CheckedNumber(Pattern form, ShapeCycle.Places isFree, Consumer<char[]> complete, Predicate<char[]> isGood) {

    /** Written where no check digit makes a number right. */
    static final char NONE = '?';

    CheckedNumber(Pattern form, ShapeCycle.Places isFree, Consumer<char[]> complete) {
        this(form, isFree, complete, number -> true);
    }

    /** Whether a text without separators is such a number with the right check digits. */
    boolean holds(String compact) {
        if (!form.matcher(compact).matches()) {
            return false;
        }
        char[] completed = compact.toCharArray();
        complete.accept(completed);
        return new String(completed).equals(compact) && isWhole(completed);
    }

    /** Writes the check digits, and tells whether there are such, and whether it may be so. */
    boolean finish(char[] number) {
        complete.accept(number);
        return isWhole(number);
    }

    private boolean isWhole(char[] completed) {
        for (char letter : completed) {
            if (letter == NONE) {
                return false;
            }
        }
        return isGood.test(completed);
    }
}
