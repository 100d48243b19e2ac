package dev.palindrome.seed.values;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/** How the server compares values, as far as that can be told without it: texts without spaces behind. */
public final class ValueOrder {

    private ValueOrder() {}

    /** Without case. */
    public static OptionalInt compare(Object one, Object other) {
        return compare(one, other, false);
    }

    /** Less than, equal to or greater than 0; empty where only the server can tell. */
    public static OptionalInt compare(Object one, Object other, boolean tellsCase) {
        if (one instanceof String text && !(other instanceof String)) {
            return Literals.like(other, text)
                    .map(read -> compare(read, other, tellsCase))
                    .orElse(OptionalInt.empty());
        }
        if (other instanceof String text && !(one instanceof String)) {
            return Literals.like(one, text)
                    .map(read -> compare(one, read, tellsCase))
                    .orElse(OptionalInt.empty());
        }
        return sameKind(one, other, tellsCase);
    }

    private static OptionalInt sameKind(Object one, Object other, boolean tellsCase) {
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return OptionalInt.of(left.compareTo(right));
        }
        if (one instanceof String left && other instanceof String right) {
            return OptionalInt.of(
                    tellsCase
                            ? left.stripTrailing().compareTo(right.stripTrailing())
                            : folded(left).compareTo(folded(right)));
        }
        if (one instanceof LocalDateTime left && other instanceof LocalDateTime right) {
            return OptionalInt.of(left.compareTo(right));
        }
        if (one instanceof LocalTime left && other instanceof LocalTime right) {
            return OptionalInt.of(left.compareTo(right));
        }
        if (one instanceof OffsetDateTime left && other instanceof OffsetDateTime right) {
            return OptionalInt.of(left.toInstant().compareTo(right.toInstant()));
        }
        if (one instanceof ByteBuffer left && other instanceof ByteBuffer right) {
            return OptionalInt.of(left.compareTo(right));
        }
        return OptionalInt.empty();
    }

    /** Equal for values that a unique key takes for the same. */
    public static Object key(Object value) {
        if (value instanceof String text) {
            return folded(text);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof OffsetDateTime dateTime ? dateTime.toInstant() : value;
    }

    /** The same where texts are told apart by their case. */
    public static Object keyTellingCase(Object value) {
        return value instanceof String text ? text.stripTrailing() : key(value);
    }

    /** Likewise where texts are told apart by their case. */
    public static long hashTellingCase(Object value) {
        return value instanceof String text ? Hashes.of(0, text.stripTrailing()) : hash(value);
    }

    /** The same for values that {@link #key} takes for the same. */
    public static long hash(Object value) {
        Object key = key(value);
        if (key instanceof BigDecimal number && number.scale() <= 0 && number.precision() - number.scale() <= 18) {
            return Hashes.mix(number.longValue());
        }
        return Hashes.of(0, key instanceof ByteBuffer bytes ? Arrays.toString(bytes.array()) : key.toString());
    }

    private static String folded(String text) {
        return text.stripTrailing().toUpperCase(Locale.ROOT);
    }
}
