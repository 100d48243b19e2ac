package dev.palindrome.seed;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a term of a condition comes to.
 *
 * @param known false where only the server can tell
 * @param content null for NULL; numbers are {@link BigDecimal}, texts {@link String}, times of {@code java.time}
 */
record Value(boolean known, @Nullable Object content) {

    static final Value UNKNOWN = new Value(false, null);

    static final Value NULL = new Value(true, null);

    static Value of(@Nullable Object content) {
        return new Value(true, content);
    }

    Optional<Object> present() {
        return Optional.ofNullable(content);
    }

    Optional<BigDecimal> number() {
        if (content instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return content instanceof String text ? Numbers.parse(text) : Optional.empty();
    }

    Optional<String> text() {
        if (content instanceof BigDecimal number) {
            return Optional.of(number.toPlainString());
        }
        return content instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
