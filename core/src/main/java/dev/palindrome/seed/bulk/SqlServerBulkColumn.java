package dev.palindrome.seed.bulk;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ColumnType;
import dev.palindrome.schema.Property;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a column's values are sent to SQL Server in bulk: as what the driver is told they are. Times and GUIDs go as text in
 * the form that depends on no session setting, which the server converts: so no time zone and no fraction of a second can
 * get lost on the way (docs: datetime2-transact-sql, datetime-transact-sql: the ISO 8601 format).
 *
 * @param name the column's
 * @param jdbcType one of {@link Types}
 * @param precision digits, characters or bytes
 * @param scale digits behind the point
 */
record SqlServerBulkColumn(String name, int jdbcType, int precision, int scale) {

    /** More than fits into a page, so that the driver streams (docs: using-advanced-data-types). */
    private static final int MAX = Integer.MAX_VALUE;

    private static final int TEXT_OF_A_TIME = 40;

    private static final int NANOS_OF_DATETIME2 = 7;

    private static final DateTimeFormatter TIME = time(NANOS_OF_DATETIME2);
    private static final DateTimeFormatter MOMENT = moment(NANOS_OF_DATETIME2).toFormatter(Locale.ROOT);
    private static final DateTimeFormatter OFFSET =
            moment(NANOS_OF_DATETIME2).appendOffset("+HH:MM", "+00:00").toFormatter(Locale.ROOT);

    /** DATETIME and SMALLDATETIME take no more than three digits of a text. */
    private static final DateTimeFormatter MOMENT_WITH_MILLIS = moment(3).toFormatter(Locale.ROOT);

    private static final long NANOS_OF_A_MILLI = 1_000_000;

    /** Missing for what bulk copy does not take: the user's own types, CLR types, SQL_VARIANT, encrypted columns. */
    static Optional<SqlServerBulkColumn> of(Column column) {
        boolean encrypted = column.object().get(Property.ENCRYPTED).isPresent();
        return encrypted ? Optional.empty() : column.type().flatMap(type -> of(column.name(), type));
    }

    private static Optional<SqlServerBulkColumn> of(String name, ColumnType type) {
        int length = type.length().orElse(MAX);
        return switch (type.name()) {
            case "BIT" -> of(name, Types.BIT, 1);
            case "TINYINT" -> of(name, Types.TINYINT, 3);
            case "SMALLINT" -> of(name, Types.SMALLINT, 5);
            case "INT" -> of(name, Types.INTEGER, 10);
            case "BIGINT" -> of(name, Types.BIGINT, 19);
            case "FLOAT" -> of(name, Types.DOUBLE, 53);
            case "REAL" -> of(name, Types.REAL, 24);
            case "MONEY" -> Optional.of(new SqlServerBulkColumn(name, Types.DECIMAL, 19, 4));
            case "SMALLMONEY" -> Optional.of(new SqlServerBulkColumn(name, Types.DECIMAL, 10, 4));
            case "DECIMAL", "NUMERIC" ->
                Optional.of(new SqlServerBulkColumn(
                        name,
                        Types.DECIMAL,
                        type.precision().orElse(18),
                        type.scale().orElse(0)));
            case "DATE", "TIME", "DATETIME", "SMALLDATETIME", "DATETIME2", "DATETIMEOFFSET", "UNIQUEIDENTIFIER" ->
                of(name, Types.VARCHAR, TEXT_OF_A_TIME);
            case "CHAR", "VARCHAR", "NCHAR", "NVARCHAR" -> of(name, Types.NVARCHAR, length);
            case "SYSNAME" -> of(name, Types.NVARCHAR, 128);
            case "TEXT", "NTEXT", "XML" -> of(name, Types.NVARCHAR, MAX);
            case "BINARY", "VARBINARY" -> of(name, Types.VARBINARY, length);
            case "IMAGE" -> of(name, Types.VARBINARY, MAX);
            default -> Optional.empty();
        };
    }

    private static Optional<SqlServerBulkColumn> of(String name, int jdbcType, int precision) {
        return Optional.of(new SqlServerBulkColumn(name, jdbcType, precision, 0));
    }

    /** A value as the driver takes it, from what {@link ColumnValues} makes. */
    static @Nullable Object sent(@Nullable Object value, ColumnType type) {
        if (value instanceof LocalDateTime moment) {
            return type.name().equals("DATETIME2")
                    ? MOMENT.format(moment)
                    : MOMENT_WITH_MILLIS.format(moment.plusNanos(NANOS_OF_A_MILLI / 2));
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (value instanceof OffsetDateTime moment) {
            return OFFSET.format(moment);
        }
        return value instanceof java.time.LocalDate || value instanceof java.util.UUID ? value.toString() : value;
    }

    private static DateTimeFormatter time(int digits) {
        return new DateTimeFormatterBuilder()
                .appendPattern("HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true)
                .toFormatter(Locale.ROOT);
    }

    private static DateTimeFormatterBuilder moment(int digits) {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral('T')
                .append(time(digits));
    }
}
