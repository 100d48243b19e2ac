package dev.palindrome.seed.bulk;

import dev.palindrome.seed.refusal.UnfitValueException;
import dev.palindrome.seed.values.Numbers;
import dev.palindrome.sql.NumberRange;
import dev.palindrome.sql.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Values of columns that hold numbers. */
final class NumberValues {

    private static final int MONEY_SCALE = SqlType.MONEY.scale();

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

    static ColumnValues whole(NumberRange range, boolean asLong) {
        long least = range.least().longValueExact();
        long greatest = range.greatest().longValueExact();
        return given -> {
            if (asLong ? given instanceof Long : given instanceof Integer it && it >= least && it <= greatest) {
                return given;
            }
            BigDecimal number = number(given)
                    .filter(it -> isWhole(it) && range.has(it))
                    .orElseThrow(() -> new UnfitValueException(
                            String.format(Locale.ROOT, "a whole number from %d to %d", least, greatest)));
            return asLong ? (Object) number.longValueExact() : (Object) number.intValueExact();
        };
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
    static ColumnValues money(NumberRange range) {
        return given -> {
            Optional<BigDecimal> number = number(given)
                    .filter(it -> it.precision() - (long) it.scale() <= SqlType.MONEY.size())
                    .map(it -> it.setScale(MONEY_SCALE, RoundingMode.HALF_UP))
                    .filter(range::has);
            return number.orElseThrow(
                    () -> new UnfitValueException("a number from %s to %s".formatted(range.least(), range.greatest())));
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
