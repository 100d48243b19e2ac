package dev.palindrome.seed.bulk;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private static final DateTimeFormatter DATE_TIME_FORMAT =
            dateTime(NANOS_OF_DATETIME2).toFormatter(Locale.ROOT);
    private static final DateTimeFormatter OFFSET =
            dateTime(NANOS_OF_DATETIME2).appendOffset("+HH:MM", "+00:00").toFormatter(Locale.ROOT);

    /** DATETIME and SMALLDATETIME take no more than three digits of a text. */
    private static final DateTimeFormatter DATE_TIME_WITH_MILLIS = dateTime(3).toFormatter(Locale.ROOT);

    private static final long NANOS_OF_A_MILLI = 1_000_000;

    /** Kinds of tables whose first columns are hidden, and not read (docs: sql-graph-architecture). */
    private static final Set<String> GRAPH = Set.of("NODE", "EDGE");

    /**
     * Whether the driver finds the right columns: it pairs what SELECT * gives, which leaves hidden columns out, with the
     * catalogue's by position. Hidden ones behind all others do no harm.
     */
    static boolean arePairedRight(Table table) {
        if (table.object().get(Property.TABLE_KIND).filter(GRAPH::contains).isPresent()) {
            return false;
        }
        List<Boolean> hidden = table.columns().stream()
                .map(column -> column.object().is(Property.HIDDEN))
                .toList();
        int firstHidden = hidden.indexOf(true);
        return firstHidden < 0 || hidden.lastIndexOf(false) < firstHidden;
    }

    /** Missing for what bulk copy does not take: the user's own types, CLR types, SQL_VARIANT, encrypted columns. */
    static Optional<SqlServerBulkColumn> of(Column column) {
        boolean encrypted = column.object().get(Property.ENCRYPTED).isPresent();
        return encrypted ? Optional.empty() : column.type().flatMap(type -> of(column.name(), type));
    }

    private static Optional<SqlServerBulkColumn> of(String name, DeclaredType type) {
        return type.sqlType().flatMap(sqlType -> of(name, sqlType, type));
    }

    private static Optional<SqlServerBulkColumn> of(String name, SqlType sqlType, DeclaredType type) {
        int length = type.length().orElse(MAX);
        return switch (sqlType.family()) {
            case BIT, WHOLE_NUMBER, FLOATING_POINT -> of(name, sqlType.jdbcType(), sqlType.size());
            case DECIMAL, MONEY ->
                Optional.of(new SqlServerBulkColumn(
                        name,
                        Types.DECIMAL,
                        type.precision().orElseThrow(),
                        type.scale().orElseThrow()));
            case DATE, TIME, DATE_TIME, DATE_TIME_WITH_OFFSET, GUID -> of(name, Types.VARCHAR, TEXT_OF_A_TIME);
            case TEXT, NATIONAL_TEXT -> of(name, Types.NVARCHAR, length);
            case XML -> of(name, Types.NVARCHAR, MAX);
            case BINARY -> of(name, Types.VARBINARY, length);
            default -> Optional.empty();
        };
    }

    private static Optional<SqlServerBulkColumn> of(String name, int jdbcType, int precision) {
        return Optional.of(new SqlServerBulkColumn(name, jdbcType, precision, 0));
    }

    /** A value as the driver takes it, from what {@link ColumnValues} makes. */
    static @Nullable Object sent(@Nullable Object value, DeclaredType type) {
        if (value instanceof LocalDateTime dateTime) {
            return type.is(SqlType.DATETIME2)
                    ? DATE_TIME_FORMAT.format(dateTime)
                    : DATE_TIME_WITH_MILLIS.format(dateTime.plusNanos(NANOS_OF_A_MILLI / 2));
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (value instanceof OffsetDateTime dateTime) {
            return OFFSET.format(dateTime);
        }
        return value instanceof java.time.LocalDate || value instanceof java.util.UUID ? value.toString() : value;
    }

    private static DateTimeFormatter time(int digits) {
        return new DateTimeFormatterBuilder()
                .appendPattern("HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true)
                .toFormatter(Locale.ROOT);
    }

    private static DateTimeFormatterBuilder dateTime(int digits) {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral('T')
                .append(time(digits));
    }
}
