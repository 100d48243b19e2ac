package dev.palindrome.seed;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as texts have them. */
final class Numbers {

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
