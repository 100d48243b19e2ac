package dev.palindrome.roundtrip;

import dev.palindrome.schema.ColumnType;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much a column takes: texts up to a length, in the unit of the type, or numbers up to the greatest. Dates and binary
 * values are not looked at.
 *
 * @param text whether it takes texts and not numbers
 * @param most the greatest length, or the greatest whole number; empty for texts as long as one likes
 */
record Capacity(boolean text, Optional<BigInteger> most) {

    private static final Set<String> TEXTS = Set.of("CHAR", "VARCHAR", "NCHAR", "NVARCHAR");

    /** Microsoft: int-bigint-smallint-and-tinyint-transact-sql. */
    private static final Map<String, BigInteger> WHOLE_NUMBERS = Map.of(
            "TINYINT", BigInteger.valueOf(255),
            "SMALLINT", BigInteger.valueOf(Short.MAX_VALUE),
            "INT", BigInteger.valueOf(Integer.MAX_VALUE),
            "BIGINT", BigInteger.valueOf(Long.MAX_VALUE));

    static Optional<Capacity> of(ColumnType type) {
        String name = type.name().toUpperCase(Locale.ROOT);
        if (TEXTS.contains(name)) {
            return Optional.of(new Capacity(
                    true, type.length().stream().mapToObj(BigInteger::valueOf).findFirst()));
        }
        if (type.precision().isPresent()) {
            int digits = type.precision().getAsInt() - type.scale().orElse(0);
            return Optional.of(
                    new Capacity(false, Optional.of(BigInteger.TEN.pow(digits).subtract(BigInteger.ONE))));
        }
        return Optional.ofNullable(WHOLE_NUMBERS.get(name)).map(most -> new Capacity(false, Optional.of(most)));
    }

    /** Whether something of the same kind fits here and not there. */
    boolean isMoreThan(Capacity other) {
        return text == other.text
                && other.most.isPresent()
                && most.map(mine -> mine.compareTo(other.most.get()) > 0).orElse(true);
    }
}
