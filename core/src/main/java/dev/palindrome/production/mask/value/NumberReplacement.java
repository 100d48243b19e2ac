package dev.palindrome.production.mask.value;

import dev.palindrome.sql.NumberRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers of phones, cards and the like, which keep their form, and of which no two become the same. */
final class NumberReplacement implements Replacement {

    private final FakeKind kind;
    private final ShapeCycle cycle;
    private final Optional<NumberRange> range;
    private final Replacement others;

    NumberReplacement(FakeKind kind, ColumnShape shape, MaskKey key) {
        this.kind = kind;
        this.cycle = new ShapeCycle(key, kind);
        this.range = shape.type().numbers();
        this.others = new DrawnReplacement(DrawnTexts.of(FakeKind.TEXT), key.draws(kind.words()), shape);
    }

    @Override
    public Object replace(Object original, int attempt) {
        if (original instanceof Number number) {
            return number(number, attempt);
        }
        String text = withAsciiDigits(original.toString());
        if (text.isBlank()) {
            return original;
        }
        NumberShape shape = NumberShape.of(kind, text);
        String other = cycle.another(text, shape.free(), shape.finish(), attempt);
        return other.equals(text) ? others.replace(original, attempt) : other;
    }

    /** Full-width digits and those of other scripts are a number as others are. */
    private static String withAsciiDigits(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] > '9' && Character.isDigit(letters[i])) {
                letters[i] = (char) ('0' + Character.digit(letters[i], 10));
            }
        }
        return new String(letters);
    }

    /** As many digits in front of the point and behind it, and the same sign. */
    private Object number(Number original, int attempt) {
        BigDecimal exact = exact(original);
        String digits = exact.unscaledValue().abs().toString();
        NumberShape shape = NumberShape.of(kind, digits);
        boolean oneDigit = digits.length() == 1;
        ShapeCycle.Finish inRange = number -> (oneDigit || number[0] != '0') && isInRange(exact, new String(number));
        String other = cycle.another(digits, shape.free(), shape.finish().and(inRange), attempt);
        return ofType(original, value(exact, other));
    }

    private boolean isInRange(BigDecimal original, String digits) {
        return range.isEmpty() || range.get().has(value(original, digits));
    }

    private static BigDecimal value(BigDecimal original, String digits) {
        BigInteger unscaled = new BigInteger(digits);
        return new BigDecimal(original.signum() < 0 ? unscaled.negate() : unscaled, original.scale());
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal exact) {
            return exact;
        }
        return number instanceof Double || number instanceof Float
                ? plain(new BigDecimal(number.toString()).stripTrailingZeros())
                : new BigDecimal(number.toString());
    }

    /** Without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Object ofType(Number original, BigDecimal value) {
        if (original instanceof Integer) {
            return value.intValueExact();
        }
        if (original instanceof Long) {
            return value.longValueExact();
        }
        if (original instanceof Short) {
            return value.shortValueExact();
        }
        if (original instanceof Byte) {
            return value.byteValueExact();
        }
        if (original instanceof Double) {
            return value.doubleValue();
        }
        return original instanceof Float ? value.floatValue() : value;
    }
}
