package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * FORMAT, as .NET formats numbers and dates for the culture en-US.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/format-transact-sql">FORMAT</a>
 */
final class NetFormat {

    private NetFormat() {}

    static @Nullable String write(Value value, String format, String culture) throws SQLException {
        if (!culture.equalsIgnoreCase("en-US")) {
            throw TsqlError.needsSqlServer("FORMAT for the culture " + culture + ".");
        }
        return switch (value.getValueType()) {
            case Value.TINYINT, Value.SMALLINT, Value.INTEGER, Value.BIGINT ->
                new NumberFormatting(value.getBigDecimal(), true).write(format);
            case Value.NUMERIC -> new NumberFormatting(value.getBigDecimal(), false).write(format);
            case Value.REAL, Value.DOUBLE, Value.DECFLOAT ->
                new NumberFormatting(BigDecimal.valueOf(value.getDouble()), false).write(format);
            case Value.DATE, Value.TIMESTAMP, Value.TIMESTAMP_TZ -> new DateFormatting(value.getString()).write(format);
            case Value.TIME -> new DateFormatting("2000-01-01 " + value.getString()).ofTime(format);
            default ->
                throw TsqlError.of(
                        8116,
                        "Argument data type " + value.getType().toString().toLowerCase(Locale.ROOT)
                                + " is invalid for argument 1 of format function.");
        };
    }
}
