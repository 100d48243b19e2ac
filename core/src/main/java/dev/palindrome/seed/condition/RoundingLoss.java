package dev.palindrome.seed.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a number loses when it is multiplied or divided and the result is rounded to the digits of its type: {@code 0.03 / 1.2}
 * is 0.025, which a DECIMAL(9, 2) holds as 0.03, and that times 1.2 is 0.04.
 *
 * @param divides whether it is divided
 * @param factor by this, or times this
 */
record RoundingLoss(boolean divides, BigDecimal factor) {

    /** So many numbers of a scale are looked through. */
    private static final int MOST = 500;

    private static final int[] SCALES = {2, 4, 0, 1, 3};

    RoundingLoss {
        if (factor.signum() == 0) {
            throw new UnknownConditionException();
        }
    }

    /** Whether the way back leads to another number. */
    boolean isOf(BigDecimal number) {
        return there(there(number, divides), !divides).compareTo(number) != 0;
    }

    /** Between numeric types SQL Server rounds, to whole numbers it cuts (Microsoft: data-type-conversion-database-engine). */
    private BigDecimal there(BigDecimal number, boolean divided) {
        BigDecimal result = divided ? number.divide(factor, MathContext.DECIMAL128) : number.multiply(factor);
        return result.setScale(number.scale(), number.scale() == 0 ? RoundingMode.DOWN : RoundingMode.HALF_UP);
    }

    /** Numbers that lose something, one of each usual scale. */
    Stream<BigDecimal> examples() {
        return IntStream.of(SCALES).boxed().flatMap(scale -> example(scale).stream());
    }

    private Optional<BigDecimal> example(int scale) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(units -> BigDecimal.valueOf(units, scale))
                .filter(this::isOf)
                .findFirst();
    }
}
