package dev.palindrome.seed.values;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as texts have them. */
public final class Numbers {

    private Numbers() {}

    /** More digits than the longest number of a column has, which is a FLOAT with all its zeros. */
    private static final int LONGEST = 400;

    /** SQL Server knows no other digits than these (errors 245 and 8114); Java does. */
    private static final char FIRST_BEYOND_ASCII = 0x80;

    /** Empty also where a number is too long, or too far from one, for any column: to work with it would take for ever. */
    public static Optional<BigDecimal> parse(String text) {
        String written = text.strip();
        try {
            return Optional.of(written)
                    .filter(it -> it.length() <= LONGEST)
                    .filter(it -> it.chars().allMatch(character -> character < FIRST_BEYOND_ASCII))
                    .map(BigDecimal::new)
                    .filter(it -> Math.abs((long) it.scale()) <= LONGEST);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
