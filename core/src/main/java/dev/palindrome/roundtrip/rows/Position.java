package dev.palindrome.roundtrip.rows;

import dev.palindrome.sql.PortableName;
import java.math.BigDecimal;

/**
 * How far a sequence or an identity has counted.
 *
 * @param next the value that it gives next
 * @param increment from one value to the next; may be negative
 */
record Position(BigDecimal next, BigDecimal increment) {

    /** Whether values come again that had been given where it stood before. */
    boolean isBehind(Position before) {
        int order = next.compareTo(before.next);
        return increment.signum() < 0 ? order > 0 : order < 0;
    }

    /** A condition on a column: that it holds a value which comes again. */
    String repeats(String column, Position before) {
        String name = PortableName.of(column);
        return increment.signum() < 0
                ? name + " <= " + text(next) + " AND " + name + " > " + text(before.next)
                : name + " >= " + text(next) + " AND " + name + " < " + text(before.next);
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }
}
