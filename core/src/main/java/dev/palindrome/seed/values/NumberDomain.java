package dev.palindrome.seed.values;

import dev.palindrome.sql.NumberRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers.
 *
 * @param least that the type holds
 * @param greatest that the type holds
 * @param scale digits behind the point
 * @param jdbcType how the driver is given them
 */
public record NumberDomain(BigDecimal least, BigDecimal greatest, int scale, int jdbcType) implements ValueDomain {

    /** Greater numbers than these look odd in a test, and are left to those who ask for the greatest. */
    private static final BigDecimal USUAL = BigDecimal.valueOf(1_000_000);

    /** So many can be gone through. */
    private static final BigDecimal FEW = BigDecimal.valueOf(255);

    /** Numbers with an eighth behind the point are the same in decimal and in binary. */
    private static final BigDecimal EIGHTH = new BigDecimal("0.125");

    /** One more than the whole numbers that FLOAT and REAL hold; behind the point what no tenth, fifth or half is. */
    private static final List<BigDecimal> MANY_DIGITS = Stream.of("9007199254740993", "16777217", "1237", "7")
            .map(whole -> new BigDecimal(whole + ".66666666666666666667"))
            .toList();

    static NumberDomain exact(NumberRange range, int scale, int jdbcType) {
        return new NumberDomain(range.least(), range.greatest(), scale, jdbcType);
    }

    static NumberDomain floating(int jdbcType) {
        BigDecimal greatest = BigDecimal.valueOf(1L << 20);
        return new NumberDomain(greatest.negate(), greatest, 3, jdbcType);
    }

    @Override
    public Object ordinary(SplittableRandom random) {
        long most = greatest.min(USUAL).longValue();
        BigDecimal whole = BigDecimal.valueOf(most == 0 ? 0 : random.nextLong(isBit() ? 0 : 1, isBit() ? 2 : most + 1));
        if (isFloating()) {
            return whole.add(EIGHTH.multiply(BigDecimal.valueOf(random.nextInt(8))))
                    .min(greatest);
        }
        return scale == 0 ? whole : whole.add(fraction(random)).min(greatest);
    }

    /** Below zero where there is such a number, with all digits; of floating numbers one that REAL does not hold. */
    @Override
    public Object awkward(SplittableRandom random) {
        BigDecimal number = (BigDecimal) ordinary(random);
        if (isFloating()) {
            double value = number.doubleValue() + 1.0 / 3;
            return new BigDecimal(jdbcType == Types.REAL ? Float.toString((float) value) : Double.toString(value))
                    .negate();
        }
        return least.signum() < 0 ? number.negate() : number;
    }

    /** With more digits than FLOAT or REAL tell apart, as far as there is room. */
    @Override
    public Object counterpart(Object value) {
        return isFloating() || isBit()
                ? value
                : MANY_DIGITS.stream()
                        .map(number -> number.setScale(scale, scale == 0 ? RoundingMode.DOWN : RoundingMode.HALF_UP))
                        .filter(this::fits)
                        .findFirst()
                        .map(Object.class::cast)
                        .orElse(value);
    }

    @Override
    public Object empty() {
        return BigDecimal.ZERO.setScale(scale);
    }

    private BigDecimal fraction(SplittableRandom random) {
        long digits = random.nextLong(1, BigDecimal.TEN.pow(Math.min(scale, 18)).longValue());
        return BigDecimal.valueOf(digits, Math.min(scale, 18)).setScale(scale);
    }

    /** From the smallest above zero on; then zero and what is below it. */
    @Override
    public List<Object> all() {
        if (isFloating() || greatest.subtract(least).movePointRight(scale).compareTo(FEW) > 0) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        for (BigDecimal value = unit; value.compareTo(greatest) <= 0; value = value.add(unit)) {
            values.add(value);
        }
        for (BigDecimal value = BigDecimal.ZERO.setScale(scale); value.compareTo(least) >= 0; ) {
            values.add(value);
            value = value.subtract(unit);
        }
        return values;
    }

    /** Counted in whole numbers where there are many of them, else in the smallest that the type tells apart. */
    @Override
    public long capacity() {
        List<Object> few = all();
        return few.isEmpty() ? manyCounted() : few.size();
    }

    private long manyCounted() {
        return greatest.movePointRight(step())
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    private int step() {
        return greatest.compareTo(USUAL) < 0 && !isFloating() ? scale : 0;
    }

    @Override
    public Object numbered(long number, String word) {
        List<Object> few = all();
        if (!few.isEmpty()) {
            return few.get((int) number);
        }
        return BigDecimal.valueOf(number + 1, step()).setScale(scale, RoundingMode.DOWN);
    }

    @Override
    public Optional<Object> of(Object literal) {
        Optional<BigDecimal> number = literal instanceof String text
                ? Numbers.parse(text)
                : Value.of(literal).number();
        return number.map(it -> it.setScale(scale, RoundingMode.DOWN))
                .filter(this::fits)
                .map(Function.identity());
    }

    private boolean fits(BigDecimal number) {
        return number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0;
    }

    @Override
    public List<Object> around(Object value) {
        BigDecimal number = (BigDecimal) value;
        BigDecimal smallest = isFloating() ? EIGHTH : BigDecimal.ONE.movePointLeft(scale);
        return Stream.of(
                        number,
                        number.add(smallest),
                        number.subtract(smallest),
                        number.add(BigDecimal.ONE),
                        number.subtract(BigDecimal.ONE))
                .filter(this::fits)
                .map(Object.class::cast)
                .distinct()
                .toList();
    }

    @Override
    public Object toJdbc(Object value) {
        BigDecimal number = (BigDecimal) value;
        return switch (jdbcType) {
            case Types.BIT -> number.signum() != 0;
            case Types.INTEGER, Types.SMALLINT, Types.TINYINT -> number.intValueExact();
            case Types.BIGINT -> number.longValueExact();
            case Types.DOUBLE -> number.doubleValue();
            case Types.REAL -> number.floatValue();
            default -> number.setScale(scale, RoundingMode.DOWN);
        };
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        if (isBit()) {
            boolean set = rows.getBoolean(index);
            return rows.wasNull() ? null : set ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return rows.getBigDecimal(index);
    }

    public boolean isBit() {
        return jdbcType == Types.BIT;
    }

    public boolean isFloating() {
        return jdbcType == Types.DOUBLE || jdbcType == Types.REAL;
    }
}
