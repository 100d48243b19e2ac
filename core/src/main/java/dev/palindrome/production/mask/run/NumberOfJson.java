package dev.palindrome.production.mask.run;

import dev.palindrome.production.mask.value.Replacement;
import java.math.BigDecimal;

/**
 * Makes what stands in for numbers in documents, which are the same whatever zeros are behind their last digit: who stores them
 * may have left these out.
 *
 * @param replacement of numbers
 */
record NumberOfJson(Replacement replacement) implements Replacement {

    /** Beyond, a number is written with an exponent. */
    private static final int MOST_PLAIN_DIGITS = 60;

    static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        boolean isPlain = shortest.scale() < 0 && shortest.precision() - shortest.scale() <= MOST_PLAIN_DIGITS;
        return isPlain ? shortest.setScale(0) : shortest;
    }

    @Override
    public Object replace(Object original, int attempt) {
        return plain(replacement.replace(original, attempt));
    }

    @Override
    public Object replaceOf(byte[] person, Object original, int attempt) {
        return plain(replacement.replaceOf(person, original, attempt));
    }

    private static Object plain(Object replaced) {
        return replaced instanceof BigDecimal number ? plain(number) : replaced;
    }
}
