package dev.palindrome.tsql.value;

import dev.palindrome.tsql.value.type.ValueType;

/**
 * Precision and scale of what becomes of two decimals.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/precision-scale-and-length-transact-sql">Precision, scale,
 *     and length</a>
 */
final class DecimalArithmetic {

    private static final int MOST_DIGITS = 38;

    private static final int LEAST_SCALE = 6;

    private DecimalArithmetic() {}

    static ValueType sum(ValueType left, ValueType right) {
        int scale = Math.max(left.scale(), right.scale());
        int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
        int precision = scale + whole + 1;
        return precision <= MOST_DIGITS
                ? ValueType.decimal(precision, scale)
                : ValueType.decimal(MOST_DIGITS, Math.min(scale, MOST_DIGITS - whole));
    }

    static ValueType product(ValueType left, ValueType right) {
        return reduced(left.precision() + right.precision() + 1, left.scale() + right.scale());
    }

    static ValueType quotient(ValueType left, ValueType right) {
        int scale = Math.max(LEAST_SCALE, left.scale() + right.precision() + 1);
        return reduced(left.precision() - left.scale() + right.scale() + scale, scale);
    }

    static ValueType remainder(ValueType left, ValueType right) {
        int scale = Math.max(left.scale(), right.scale());
        int whole = Math.min(left.precision() - left.scale(), right.precision() - right.scale());
        return reduced(Math.max(1, whole + scale), scale);
    }

    private static ValueType reduced(int precision, int scale) {
        if (precision <= MOST_DIGITS) {
            return ValueType.decimal(precision, scale);
        }
        int whole = precision - scale;
        int left =
                whole < MOST_DIGITS - LEAST_SCALE ? Math.min(scale, MOST_DIGITS - whole) : Math.min(scale, LEAST_SCALE);
        return ValueType.decimal(MOST_DIGITS, left);
    }
}
