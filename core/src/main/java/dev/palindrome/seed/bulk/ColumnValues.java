package dev.palindrome.seed.bulk;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.refusal.UnfitValueException;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.math.BigDecimal;
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

    private static ColumnValues of(DeclaredType type) {
        return type.sqlType().map(sqlType -> of(sqlType, type)).orElse(given -> given);
    }

    private static ColumnValues of(SqlType sqlType, DeclaredType type) {
        return switch (sqlType.family()) {
            case BIT -> NumberValues::bit;
            case WHOLE_NUMBER -> NumberValues.whole(sqlType.numbers().orElseThrow(), sqlType == SqlType.BIGINT);
            case DECIMAL ->
                NumberValues.decimal(
                        type.precision().orElseThrow(), type.scale().orElseThrow());
            case MONEY -> NumberValues.money(sqlType.numbers().orElseThrow());
            case FLOATING_POINT -> sqlType == SqlType.REAL ? NumberValues::real : NumberValues::floating;
            case DATE -> TimeValues::date;
            case TIME -> TimeValues::time;
            case DATE_TIME -> dateTime(sqlType);
            case DATE_TIME_WITH_OFFSET -> TimeValues::datetimeoffset;
            case GUID -> TextValues::uuid;
            case TEXT, NATIONAL_TEXT -> TextValues.ofLength(type.length());
            case BINARY -> TextValues.bytes(type.length());
            case SPATIAL -> TextValues::place;
            default -> given -> given;
        };
    }

    private static ColumnValues dateTime(SqlType type) {
        return switch (type) {
            case SMALLDATETIME -> TimeValues::smalldatetime;
            case DATETIME -> TimeValues::datetime;
            default -> TimeValues::datetime2;
        };
    }
}
