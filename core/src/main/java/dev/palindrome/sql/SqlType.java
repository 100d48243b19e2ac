package dev.palindrome.sql;

import java.sql.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of T-SQL, each with what its page says (Microsoft: data-types-transact-sql and the pages of the types;
 * synonyms: data-type-synonyms-transact-sql; types of JDBC: using-basic-data-types). What else there is to know of a type
 * stands where it is used, by type or family, and never by name.
 *
 * <p>With arguments a type is a {@link DeclaredType}.
 */
public enum SqlType {
    /** bit-transact-sql. */
    BIT(SqlTypeFamily.BIT, Types.BIT, 1, 0, NumberRange.ofLongs(0, 1)),
    /** int-bigint-smallint-and-tinyint-transact-sql. */
    TINYINT(SqlTypeFamily.WHOLE_NUMBER, Types.TINYINT, 3, 0, NumberRange.ofLongs(0, 255)),
    /** The same page. */
    SMALLINT(SqlTypeFamily.WHOLE_NUMBER, Types.SMALLINT, 5, 0, NumberRange.ofLongs(Short.MIN_VALUE, Short.MAX_VALUE)),
    /** The same page. */
    INT(SqlTypeFamily.WHOLE_NUMBER, Types.INTEGER, 10, 0, NumberRange.ofLongs(Integer.MIN_VALUE, Integer.MAX_VALUE)),
    /** The same page. */
    BIGINT(SqlTypeFamily.WHOLE_NUMBER, Types.BIGINT, 19, 0, NumberRange.ofLongs(Long.MIN_VALUE, Long.MAX_VALUE)),
    /** decimal-and-numeric-transact-sql. */
    DECIMAL(SqlTypeFamily.DECIMAL, Types.DECIMAL, TypeArguments.PRECISION_AND_SCALE, 38),
    /** The same page. */
    NUMERIC(SqlTypeFamily.DECIMAL, Types.NUMERIC, TypeArguments.PRECISION_AND_SCALE, 38),
    /** money-and-smallmoney-transact-sql. */
    MONEY(SqlTypeFamily.MONEY, Types.DECIMAL, 19, 4, NumberRange.of("-922337203685477.5808", "922337203685477.5807")),
    /** The same page. */
    SMALLMONEY(SqlTypeFamily.MONEY, Types.DECIMAL, 10, 4, NumberRange.of("-214748.3648", "214748.3647")),
    /** float-and-real-transact-sql. */
    FLOAT(SqlTypeFamily.FLOATING_POINT, Types.DOUBLE, TypeArguments.MANTISSA, 53),
    /** The same page. */
    REAL(SqlTypeFamily.FLOATING_POINT, Types.REAL, TypeArguments.NONE, 24),

    /** date-transact-sql. */
    DATE(
            SqlTypeFamily.DATE,
            Types.DATE,
            TypeArguments.NONE,
            0,
            DateTimeRange.of("0001-01-01T00:00", "9999-12-31T00:00")),
    /** time-transact-sql. */
    TIME(SqlTypeFamily.TIME, Types.TIME, TypeArguments.FRACTION, 7),
    /** smalldatetime-transact-sql. */
    SMALLDATETIME(
            SqlTypeFamily.DATE_TIME,
            Types.TIMESTAMP,
            TypeArguments.NONE,
            0,
            DateTimeRange.of("1900-01-01T00:00", "2079-06-06T23:59")),
    /** datetime-transact-sql. It counts in 300ths of a second. */
    DATETIME(
            SqlTypeFamily.DATE_TIME,
            Types.TIMESTAMP,
            TypeArguments.NONE,
            3,
            DateTimeRange.of("1753-01-01T00:00", "9999-12-31T23:59:59.997")),
    /** datetime2-transact-sql. */
    DATETIME2(
            SqlTypeFamily.DATE_TIME,
            Types.TIMESTAMP,
            TypeArguments.FRACTION,
            7,
            DateTimeRange.of("0001-01-01T00:00", "9999-12-31T23:59:59.9999999")),
    /** datetimeoffset-transact-sql. The range is that of the part without the offset. */
    DATETIMEOFFSET(
            SqlTypeFamily.DATE_TIME_WITH_OFFSET,
            Types.OTHER,
            TypeArguments.FRACTION,
            7,
            DateTimeRange.of("0001-01-01T00:00", "9999-12-31T23:59:59.9999999")),

    /** char-and-varchar-transact-sql. */
    CHAR(SqlTypeFamily.TEXT, Types.CHAR, TypeArguments.LENGTH, 8000),
    /** The same page. */
    VARCHAR(SqlTypeFamily.TEXT, Types.VARCHAR, TypeArguments.LENGTH_OR_MAX, 8000),
    /** ntext-text-and-image-transact-sql. */
    TEXT(SqlTypeFamily.TEXT, Types.LONGVARCHAR),
    /** nchar-and-nvarchar-transact-sql. */
    NCHAR(SqlTypeFamily.NATIONAL_TEXT, Types.NCHAR, TypeArguments.LENGTH, 4000),
    /** The same page. */
    NVARCHAR(SqlTypeFamily.NATIONAL_TEXT, Types.NVARCHAR, TypeArguments.LENGTH_OR_MAX, 4000),
    /** ntext-text-and-image-transact-sql. */
    NTEXT(SqlTypeFamily.NATIONAL_TEXT, Types.LONGNVARCHAR),
    /** An NVARCHAR(128) NOT NULL (page nchar-and-nvarchar-transact-sql, sysname). */
    SYSNAME(SqlTypeFamily.NATIONAL_TEXT, Types.NVARCHAR, TypeArguments.NONE, 128),
    /** binary-and-varbinary-transact-sql. */
    BINARY(SqlTypeFamily.BINARY, Types.BINARY, TypeArguments.LENGTH, 8000),
    /** The same page. */
    VARBINARY(SqlTypeFamily.BINARY, Types.VARBINARY, TypeArguments.LENGTH_OR_MAX, 8000),
    /** ntext-text-and-image-transact-sql. */
    IMAGE(SqlTypeFamily.BINARY, Types.LONGVARBINARY),

    /** uniqueidentifier-transact-sql. */
    UNIQUEIDENTIFIER(SqlTypeFamily.GUID, Types.CHAR),
    /** xml-transact-sql. */
    XML(SqlTypeFamily.XML, Types.LONGNVARCHAR, TypeArguments.XML_SCHEMA, 0),
    /** json-data-type. */
    JSON(SqlTypeFamily.JSON, Types.OTHER),
    /** vector-data-type: so many numbers of four bytes, twice as many of two. */
    VECTOR(SqlTypeFamily.VECTOR, Types.OTHER, TypeArguments.DIMENSIONS, 3996),
    /** hierarchyid-data-type-method-reference. */
    HIERARCHYID(SqlTypeFamily.HIERARCHY, Types.VARBINARY),
    /** spatial-types-geography. */
    GEOGRAPHY(SqlTypeFamily.SPATIAL, Types.VARBINARY),
    /** spatial-types-geometry-transact-sql. */
    GEOMETRY(SqlTypeFamily.SPATIAL, Types.VARBINARY),
    /** sql-variant-transact-sql. */
    SQL_VARIANT(SqlTypeFamily.VARIANT, Types.OTHER),
    /** rowversion-transact-sql. The catalogue calls it timestamp. */
    ROWVERSION(SqlTypeFamily.ROWVERSION, Types.BINARY);

    private static final Map<String, SqlType> BY_NAME = new HashMap<>(Map.ofEntries(
            Map.entry("INTEGER", INT),
            Map.entry("DEC", DECIMAL),
            Map.entry("DOUBLE PRECISION", FLOAT),
            Map.entry("CHARACTER", CHAR),
            Map.entry("CHAR VARYING", VARCHAR),
            Map.entry("CHARACTER VARYING", VARCHAR),
            Map.entry("NATIONAL CHAR", NCHAR),
            Map.entry("NATIONAL CHARACTER", NCHAR),
            Map.entry("NATIONAL CHAR VARYING", NVARCHAR),
            Map.entry("NATIONAL CHARACTER VARYING", NVARCHAR),
            Map.entry("NATIONAL TEXT", NTEXT),
            Map.entry("BINARY VARYING", VARBINARY),
            Map.entry("TIMESTAMP", ROWVERSION)));

    static {
        for (SqlType type : values()) {
            BY_NAME.put(type.name(), type);
        }
    }

    private final SqlTypeFamily family;
    private final int jdbcType;
    private final TypeArguments arguments;
    private final int size;
    private final int scale;
    private final Optional<NumberRange> numbers;
    private final Optional<DateTimeRange> dateTimes;

    SqlType(SqlTypeFamily family, int jdbcType) {
        this(family, jdbcType, TypeArguments.NONE, 0);
    }

    SqlType(SqlTypeFamily family, int jdbcType, TypeArguments arguments, int size) {
        this(family, jdbcType, arguments, size, family.isTime() ? size : 0, Optional.empty(), Optional.empty());
    }

    SqlType(SqlTypeFamily family, int jdbcType, int precision, int scale, NumberRange numbers) {
        this(family, jdbcType, TypeArguments.NONE, precision, scale, Optional.of(numbers), Optional.empty());
    }

    SqlType(SqlTypeFamily family, int jdbcType, TypeArguments arguments, int fraction, DateTimeRange dateTimes) {
        this(family, jdbcType, arguments, fraction, fraction, Optional.empty(), Optional.of(dateTimes));
    }

    SqlType(
            SqlTypeFamily family,
            int jdbcType,
            TypeArguments arguments,
            int size,
            int scale,
            Optional<NumberRange> numbers,
            Optional<DateTimeRange> dateTimes) {
        this.family = family;
        this.jdbcType = jdbcType;
        this.arguments = arguments;
        this.size = size;
        this.scale = scale;
        this.numbers = numbers;
        this.dateTimes = dateTimes;
    }

    /**
     * The type of a name.
     *
     * @param name or synonym, in upper or lower case, without arguments
     * @return missing for a type of the user's own
     */
    public static Optional<SqlType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /**
     * What types may be called.
     *
     * @return in capitals, synonyms among them
     */
    public static Set<String> names() {
        return Set.copyOf(BY_NAME.keySet());
    }

    /**
     * What kind of values it holds.
     *
     * @return the same for types whose values are alike
     */
    public SqlTypeFamily family() {
        return family;
    }

    /**
     * What Microsoft's driver calls it.
     *
     * @return one of {@link Types}; {@link Types#OTHER} for a type that only the driver has a number for
     */
    public int jdbcType() {
        return jdbcType;
    }

    /**
     * What may stand in parentheses behind it.
     *
     * @return NONE for most
     */
    public TypeArguments arguments() {
        return arguments;
    }

    /**
     * The greatest first argument; of a type without arguments what stands for it.
     *
     * @return letters of a text, bytes of a binary value, digits of a number, bits of a mantissa, digits of a second,
     *     dimensions; 0 for types that have none of these or no limit
     */
    public int size() {
        return size;
    }

    /**
     * How many digits there are behind the point of a number or a second, if no argument says so.
     *
     * @return 0 for types without
     */
    public int scale() {
        return scale;
    }

    /**
     * The numbers that it holds.
     *
     * @return missing for other types, for floating-point numbers, and where arguments say it
     */
    public Optional<NumberRange> numbers() {
        return numbers;
    }

    /**
     * The days and times that it holds.
     *
     * @return missing for types without days
     */
    public Optional<DateTimeRange> dateTimes() {
        return dateTimes;
    }

    /**
     * Whether values of different lengths are stored each with its own, so that a column can get longer as it stands
     * (Microsoft: alter-table-transact-sql, ALTER COLUMN).
     *
     * @return true for VARCHAR, NVARCHAR with SYSNAME, and VARBINARY
     */
    public boolean isVarying() {
        return arguments == TypeArguments.LENGTH_OR_MAX || this == SYSNAME;
    }

    /**
     * Whether a column remembers how ANSI_PADDING was set where it was made (Microsoft: set-ansi-padding-transact-sql).
     *
     * @return true for CHAR, VARCHAR, BINARY and VARBINARY
     */
    public boolean remembersPadding() {
        return this == CHAR || this == VARCHAR || this == BINARY || this == VARBINARY;
    }
}
