package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.DateTimeRange;
import dev.palindrome.sql.SqlType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Results beyond what their types hold, where H2's hold more. Public for H2's sake; {@link H2Front#install} makes it known there. */
public final class ValueRange {

    private static final String TO_REAL = "to real";

    private ValueRange() {}

    /**
     * A number of a type.
     *
     * @param number a result
     * @param type the name of its type
     * @return the same; null for null
     * @throws SQLException 8115 where SQL Server's type does not hold it
     */
    public static @Nullable BigDecimal number(@Nullable BigDecimal number, String type) throws SQLException {
        boolean holds = number == null
                || SqlType.find(type).flatMap(SqlType::numbers).stream().allMatch(range -> range.has(number));
        if (!holds) {
            throw TsqlError.of(8115, "Arithmetic overflow error converting expression to data type " + type + ".");
        }
        return number;
    }

    /**
     * A floating-point number.
     *
     * @param number a result
     * @param type the name of its type, behind {@code to} where it becomes one
     * @return the same; null for null
     * @throws SQLException 8115 where a result has no end on H2, 232 where a number is beyond what a REAL holds
     */
    public static @Nullable Double finite(@Nullable Double number, String type) throws SQLException {
        if (number == null) {
            return null;
        }
        if (type.equals(TO_REAL) && Double.isFinite(number) && Float.isInfinite(number.floatValue())) {
            throw TsqlError.of(
                    232, String.format(Locale.ROOT, "Arithmetic overflow error for type real, value = %f.", number));
        }
        if (!Double.isFinite(number)) {
            throw TsqlError.of(8115, "Arithmetic overflow error converting expression to data type " + type + ".");
        }
        return number;
    }

    /**
     * A result of DATEADD.
     *
     * @param dateTime the result
     * @param type the name of its type
     * @return the same; null for null
     * @throws SQLException 517 where SQL Server's type does not hold it
     */
    public static @Nullable LocalDateTime added(@Nullable LocalDateTime dateTime, String type) throws SQLException {
        if (dateTime == null) {
            return null;
        }
        DateTimeRange range = SqlType.find(type).flatMap(SqlType::dateTimes).orElseThrow();
        LocalDateTime last = range.last().toLocalDate().plusDays(1).atStartOfDay();
        if (dateTime.isBefore(range.first()) || !dateTime.isBefore(last)) {
            throw TsqlError.of(
                    517, "Adding a value to a '" + type.toLowerCase(Locale.ROOT) + "' column caused an overflow.");
        }
        return dateTime;
    }

    /**
     * A result of DATEDIFF.
     *
     * @param parts how many lie between two days or times
     * @return the same; null for null
     * @throws SQLException 535 where an INT does not hold it
     */
    public static @Nullable Integer difference(@Nullable Long parts) throws SQLException {
        if (parts != null && parts.intValue() != parts) {
            throw TsqlError.of(
                    535,
                    "The datediff function resulted in an overflow. The number of dateparts separating two date/time"
                            + " instances is too large. Try to use datediff with a less precise datepart.");
        }
        return parts == null ? null : parts.intValue();
    }
}
