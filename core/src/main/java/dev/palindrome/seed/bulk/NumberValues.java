package dev.palindrome.seed.bulk;

import dev.palindrome.seed.refusal.UnfitValueException;
import dev.palindrome.seed.values.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Values of columns that hold numbers. */
final class NumberValues {

    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final int MONEY_SCALE = 4;
    private static final int MONEY_DIGITS = 16;

    private NumberValues() {}

    static Object bit(Object given) throws UnfitValueException {
        if (given instanceof Boolean) {
            return given;
        }
        return switch (given.toString().strip().toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new UnfitValueException("true, false, 1 or 0");
        };
    }

    static ColumnValues whole(int least, int greatest) {
        return given -> {
            if (given instanceof Integer number && number >= least && number <= greatest) {
                return number;
            }
            Optional<BigDecimal> number = number(given)
                    .filter(it -> isWhole(it)
                            && it.compareTo(BigDecimal.valueOf(least)) >= 0
                            && it.compareTo(BigDecimal.valueOf(greatest)) <= 0);
            return number.orElseThrow(() -> new UnfitValueException(range(least, greatest)))
                    .intValueExact();
        };
    }

    static Object bigint(Object given) throws UnfitValueException {
        if (given instanceof Long) {
            return given;
        }
        Optional<BigDecimal> number = number(given)
                .filter(it -> isWhole(it) && it.compareTo(LEAST_LONG) >= 0 && it.compareTo(GREATEST_LONG) <= 0);
        return number.orElseThrow(() -> new UnfitValueException(range(Long.MIN_VALUE, Long.MAX_VALUE)))
                .longValueExact();
    }

    private static String range(long least, long greatest) {
        return String.format(Locale.ROOT, "a whole number from %d to %d", least, greatest);
    }

    /** Digits behind the last that the column holds are rounded, as SQL Server does. */
    static ColumnValues decimal(int precision, int scale) {
        return given -> {
            Optional<BigDecimal> number = number(given)
                    .filter(it -> it.precision() - (long) it.scale() <= precision)
                    .map(it -> it.setScale(scale, RoundingMode.HALF_UP))
                    .filter(it -> it.precision() <= precision);
            return number.orElseThrow(() -> new UnfitValueException(
                    "a number with at most %d digits before the point".formatted(precision - scale)));
        };
    }

    /** A whole number of ten-thousandths (docs: money-and-smallmoney-transact-sql). */
    static ColumnValues money(long least, long greatest) {
        BigDecimal from = BigDecimal.valueOf(least, MONEY_SCALE);
        BigDecimal to = BigDecimal.valueOf(greatest, MONEY_SCALE);
        return given -> {
            Optional<BigDecimal> number = number(given)
                    .filter(it -> it.precision() - (long) it.scale() <= MONEY_DIGITS)
                    .map(it -> it.setScale(MONEY_SCALE, RoundingMode.HALF_UP))
                    .filter(it -> it.compareTo(from) >= 0 && it.compareTo(to) <= 0);
            return number.orElseThrow(() -> new UnfitValueException("a number from %s to %s".formatted(from, to)));
        };
    }

    static Object floating(Object given) throws UnfitValueException {
        double number = number(given)
                .map(BigDecimal::doubleValue)
                .filter(Double::isFinite)
                .orElseThrow(() -> new UnfitValueException("a number"));
        return number;
    }

    static Object real(Object given) throws UnfitValueException {
        float number = number(given)
                .map(BigDecimal::floatValue)
                .filter(Float::isFinite)
                .orElseThrow(() -> new UnfitValueException("a number of the size of a REAL"));
        return number;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0
                || number.precision() - (long) number.scale() <= 20
                        && number.stripTrailingZeros().scale() <= 0;
    }

    private static Optional<BigDecimal> number(Object given) {
        if (given instanceof BigDecimal number) {
            return Optional.of(number);
        }
        if (given instanceof Integer || given instanceof Long || given instanceof Short || given instanceof Byte) {
            return Optional.of(BigDecimal.valueOf(((Number) given).longValue()));
        }
        if (given instanceof BigInteger number) {
            return Optional.of(new BigDecimal(number));
        }
        if (given instanceof Boolean set) {
            return Optional.of(set ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return given instanceof Number || given instanceof CharSequence
                ? Numbers.parse(given.toString())
                : Optional.empty();
    }
}
