package dev.palindrome.seed.values;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a term of a condition comes to.
 *
 * @param known false where only the server can tell
 * @param content null for NULL; numbers are {@link BigDecimal}, texts {@link String}, times of {@code java.time}
 */
public record Value(boolean known, @Nullable Object content) {

    public static final Value UNKNOWN = new Value(false, null);

    public static final Value NULL = new Value(true, null);

    public static Value of(@Nullable Object content) {
        return new Value(true, content);
    }

    public Optional<Object> present() {
        return Optional.ofNullable(content);
    }

    public Optional<BigDecimal> number() {
        if (content instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return content instanceof String text ? Numbers.parse(text) : Optional.empty();
    }

    public Optional<String> text() {
        if (content instanceof BigDecimal number) {
            return Optional.of(number.toPlainString());
        }
        return content instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
