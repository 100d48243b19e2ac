package dev.palindrome.seed.values;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as texts have them. */
public final class Numbers {

    private Numbers() {}

    public static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
