package dev.palindrome.roundtrip.rows;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.NumberRange;
import dev.palindrome.sql.SqlType;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How much a column takes: texts and binary values up to a length, in the unit of the type, numbers up to the greatest, times
 * down to the finest.
 *
 * @param most the greatest length, the greatest whole number, or the fineness; empty for what is as long as one likes
 */
record ColumnCapacity(CapacityKind kind, Optional<BigInteger> most) {

    /** DATETIME counts in 300ths of a second, and whole hundredths are among them (Microsoft: datetime-transact-sql). */
    private static final int DIGITS_OF_DATETIME = 2;

    /** SMALLDATETIME keeps no seconds (Microsoft: smalldatetime-transact-sql). */
    private static final int FINENESS_OF_SMALLDATETIME = 1;

    static Optional<ColumnCapacity> of(DeclaredType type) {
        return type.sqlType().flatMap(sqlType -> of(sqlType, type));
    }

    private static Optional<ColumnCapacity> of(SqlType sqlType, DeclaredType type) {
        return switch (sqlType.family()) {
            case TEXT, NATIONAL_TEXT -> Optional.of(new ColumnCapacity(CapacityKind.TEXT, length(type)));
            case BINARY -> Optional.of(new ColumnCapacity(CapacityKind.BINARY, length(type)));
            case BIT, WHOLE_NUMBER, DECIMAL, MONEY -> type.numbers().map(ColumnCapacity::number);
            case DATE -> Optional.of(dateTime(0));
            case TIME -> Optional.of(new ColumnCapacity(CapacityKind.TIME_OF_DAY, Optional.of(scale(type))));
            case DATE_TIME, DATE_TIME_WITH_OFFSET -> Optional.of(dateTime(fineness(sqlType, type)));
            default -> Optional.empty();
        };
    }

    private static Optional<BigInteger> length(DeclaredType type) {
        return type.length().stream().mapToObj(BigInteger::valueOf).findFirst();
    }

    private static ColumnCapacity number(NumberRange range) {
        return new ColumnCapacity(
                CapacityKind.NUMBER, Optional.of(range.greatest().toBigInteger()));
    }

    private static BigInteger scale(DeclaredType type) {
        return BigInteger.valueOf(type.scale().orElseThrow());
    }

    private static int fineness(SqlType sqlType, DeclaredType type) {
        return switch (sqlType) {
            case SMALLDATETIME -> FINENESS_OF_SMALLDATETIME;
            case DATETIME -> CapacityKind.SECOND + DIGITS_OF_DATETIME;
            default -> CapacityKind.SECOND + type.scale().orElseThrow();
        };
    }

    private static ColumnCapacity dateTime(int fineness) {
        return new ColumnCapacity(CapacityKind.DATE_TIME, Optional.of(BigInteger.valueOf(fineness)));
    }

    /** Whether something of the same kind fits here and not there. */
    boolean isMoreThan(ColumnCapacity other) {
        return kind == other.kind
                && other.most.isPresent()
                && most.map(mine -> mine.compareTo(other.most.get()) > 0).orElse(true);
    }
}
