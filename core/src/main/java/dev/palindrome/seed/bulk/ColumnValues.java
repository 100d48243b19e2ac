package dev.palindrome.seed.bulk;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ColumnType;
import dev.palindrome.seed.refusal.UnfitValueException;
import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what a file or a seeder gives for a column the one Java type in which loaders expect it: {@link Boolean} for
 * BIT, {@link Integer} up to INT, {@link Long}, {@link BigDecimal}, {@link Double}, {@link Float}, {@link String},
 * {@code byte[]}, {@link java.util.UUID}, and {@link java.time.LocalDate}, {@link java.time.LocalTime},
 * {@link java.time.LocalDateTime} and {@link java.time.OffsetDateTime}. Of types that are not known here it lets
 * everything through.
 */
@FunctionalInterface
public interface ColumnValues {

    /** @throws UnfitValueException if the type does not hold it */
    Object of(Object given) throws UnfitValueException;

    /** The same, with NULL for NULL. */
    default @Nullable Object orNull(@Nullable Object given) throws UnfitValueException {
        return given == null ? null : of(given);
    }

    static ColumnValues of(Column column) {
        return column.type().map(ColumnValues::of).orElse(given -> given);
    }

    private static ColumnValues of(ColumnType type) {
        return switch (type.name()) {
            case "BIT" -> NumberValues::bit;
            case "TINYINT" -> NumberValues.whole(0, 255);
            case "SMALLINT" -> NumberValues.whole(Short.MIN_VALUE, Short.MAX_VALUE);
            case "INT" -> NumberValues.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "BIGINT" -> NumberValues::bigint;
            case "DECIMAL", "NUMERIC" ->
                NumberValues.decimal(type.precision().orElse(18), type.scale().orElse(0));
            case "MONEY" -> NumberValues.money(Long.MIN_VALUE, Long.MAX_VALUE);
            case "SMALLMONEY" -> NumberValues.money(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "FLOAT" -> NumberValues::floating;
            case "REAL" -> NumberValues::real;
            case "DATE" -> TimeValues::date;
            case "TIME" -> TimeValues::time;
            case "DATETIME" -> TimeValues::datetime;
            case "DATETIME2" -> TimeValues::datetime2;
            case "SMALLDATETIME" -> TimeValues::smalldatetime;
            case "DATETIMEOFFSET" -> TimeValues::datetimeoffset;
            case "UNIQUEIDENTIFIER" -> TextValues::uuid;
            case "CHAR", "VARCHAR", "NCHAR", "NVARCHAR" -> TextValues.ofLength(type.length());
            case "TEXT", "NTEXT" -> TextValues.ofLength(OptionalInt.empty());
            case "SYSNAME" -> TextValues.ofLength(OptionalInt.of(128));
            case "BINARY", "VARBINARY" -> TextValues.bytes(type.length());
            case "IMAGE" -> TextValues.bytes(OptionalInt.empty());
            default -> given -> given;
        };
    }
}
