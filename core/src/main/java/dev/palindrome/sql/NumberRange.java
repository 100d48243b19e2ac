package dev.palindrome.sql;

import java.math.BigDecimal;

/**
 * The numbers from one to another.
 *
 * @param least the first that is in it
 * @param greatest the last that is in it
 */
public record NumberRange(BigDecimal least, BigDecimal greatest) {

    static NumberRange of(String least, String greatest) {
        return new NumberRange(new BigDecimal(least), new BigDecimal(greatest));
    }

    static NumberRange ofLongs(long least, long greatest) {
        return new NumberRange(BigDecimal.valueOf(least), BigDecimal.valueOf(greatest));
    }

    /** What DECIMAL(precision, scale) holds. */
    static NumberRange ofDecimal(int precision, int scale) {
        BigDecimal greatest =
                BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE).movePointLeft(scale);
        return new NumberRange(greatest.negate(), greatest);
    }

    /**
     * Whether a number is in it.
     *
     * @param number any
     * @return true for the first and the last, too
     */
    public boolean has(BigDecimal number) {
        return number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0;
    }
}
