package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.ColumnType;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much a column takes: texts and binary values up to a length, in the unit of the type, numbers up to the greatest, times
 * down to the finest.
 *
 * @param most the greatest length, the greatest whole number, or the fineness; empty for what is as long as one likes
 */
record ColumnCapacity(CapacityKind kind, Optional<BigInteger> most) {

    private static final Set<String> TEXTS = Set.of("CHAR", "VARCHAR", "NCHAR", "NVARCHAR");

    private static final Set<String> BINARY = Set.of("BINARY", "VARBINARY");

    /** Microsoft: int-bigint-smallint-and-tinyint-transact-sql. */
    private static final Map<String, BigInteger> WHOLE_NUMBERS = Map.of(
            "TINYINT", BigInteger.valueOf(255),
            "SMALLINT", BigInteger.valueOf(Short.MAX_VALUE),
            "INT", BigInteger.valueOf(Integer.MAX_VALUE),
            "BIGINT", BigInteger.valueOf(Long.MAX_VALUE));

    /** Microsoft: datetime-transact-sql. It counts in 300ths, and whole hundredths are among them. */
    private static final int DIGITS_OF_DATETIME = 2;

    /** Of DATETIME2 and TIME where nothing else is said (Microsoft: datetime2-transact-sql, time-transact-sql). */
    private static final int USUAL_DIGITS = 7;

    static Optional<ColumnCapacity> of(ColumnType type) {
        String name = type.name().toUpperCase(Locale.ROOT);
        if (TEXTS.contains(name)) {
            return Optional.of(new ColumnCapacity(CapacityKind.TEXT, length(type)));
        }
        if (BINARY.contains(name)) {
            return Optional.of(new ColumnCapacity(CapacityKind.BINARY, length(type)));
        }
        if (type.precision().isPresent()) {
            int digits = type.precision().getAsInt() - type.scale().orElse(0);
            return Optional.of(number(BigInteger.TEN.pow(digits).subtract(BigInteger.ONE)));
        }
        int seconds = type.scale().orElse(USUAL_DIGITS);
        return switch (name) {
            case "DATE" -> Optional.of(moment(0));
            case "SMALLDATETIME" -> Optional.of(moment(1));
            case "DATETIME" -> Optional.of(moment(CapacityKind.SECOND + DIGITS_OF_DATETIME));
            case "DATETIME2" -> Optional.of(moment(CapacityKind.SECOND + seconds));
            case "TIME" ->
                Optional.of(new ColumnCapacity(CapacityKind.TIME_OF_DAY, Optional.of(BigInteger.valueOf(seconds))));
            default -> Optional.ofNullable(WHOLE_NUMBERS.get(name)).map(ColumnCapacity::number);
        };
    }

    private static Optional<BigInteger> length(ColumnType type) {
        return type.length().stream().mapToObj(BigInteger::valueOf).findFirst();
    }

    private static ColumnCapacity number(BigInteger most) {
        return new ColumnCapacity(CapacityKind.NUMBER, Optional.of(most));
    }

    private static ColumnCapacity moment(int fineness) {
        return new ColumnCapacity(CapacityKind.MOMENT, Optional.of(BigInteger.valueOf(fineness)));
    }

    /** Whether something of the same kind fits here and not there. */
    boolean isMoreThan(ColumnCapacity other) {
        return kind == other.kind
                && other.most.isPresent()
                && most.map(mine -> mine.compareTo(other.most.get()) > 0).orElse(true);
    }
}
