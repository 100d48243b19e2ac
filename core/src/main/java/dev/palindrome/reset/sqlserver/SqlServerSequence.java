package dev.palindrome.reset.sqlserver;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says about a sequence. Whether equal means unmoved, {@link SqlServerSequencePosition#isTold} knows.
 *
 * @param name as T-SQL takes it
 * @param start its first value; RESTART WITH sets another one
 * @param increment what is added each time; may be negative
 * @param lowest value that it gives
 * @param highest value that it gives
 * @param current the last value given, or the first one to come
 * @param modified when it was last altered; giving a value does not alter it
 * @param used the last value that NEXT VALUE FOR gave; missing where it gave none, or the server does not say
 */
record SqlServerSequence(
        String name,
        BigDecimal start,
        BigDecimal increment,
        BigDecimal lowest,
        BigDecimal highest,
        BigDecimal current,
        String modified,
        Optional<BigDecimal> used) {

    /** The same with what was given last; null where nothing was. */
    SqlServerSequence using(@Nullable BigDecimal last) {
        return new SqlServerSequence(
                name, start, increment, lowest, highest, current, modified, Optional.ofNullable(last));
    }

    /** Whether the last value given looks the same before it was given. */
    boolean isAmbiguous() {
        return current.equals(start);
    }

    /** The end of its range in the direction in which it counts. */
    BigDecimal limit() {
        return increment.signum() > 0 ? highest : lowest;
    }
}
