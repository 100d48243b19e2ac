package dev.palindrome.tsql.value.type;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.ColumnTypes;
import java.util.List;
import java.util.Optional;

/**
 * The type of an expression.
 *
 * @param type which of T-SQL's
 * @param precision digits of a number, letters of a text; {@link #ANY} where nobody knows
 * @param scale digits behind the point
 * @param hasOtherCodePage whether it is a text's whose collation has another code page than the database's
 */
public record ValueType(SqlType type, int precision, int scale, boolean hasOtherCodePage) {

    /** A length that is not known, or MAX. */
    public static final int ANY = -1;

    private static final int MOST_DIGITS = 38;

    /** From the lowest to the highest (Microsoft: data-type-precedence-transact-sql). */
    private static final List<SqlType> PRECEDENCE = List.of(
            SqlType.BINARY,
            SqlType.VARBINARY,
            SqlType.CHAR,
            SqlType.VARCHAR,
            SqlType.NCHAR,
            SqlType.NVARCHAR,
            SqlType.UNIQUEIDENTIFIER,
            SqlType.BIT,
            SqlType.TINYINT,
            SqlType.SMALLINT,
            SqlType.INT,
            SqlType.BIGINT,
            SqlType.SMALLMONEY,
            SqlType.MONEY,
            SqlType.DECIMAL,
            SqlType.REAL,
            SqlType.FLOAT,
            SqlType.TIME,
            SqlType.DATE,
            SqlType.SMALLDATETIME,
            SqlType.DATETIME,
            SqlType.DATETIME2,
            SqlType.DATETIMEOFFSET,
            SqlType.XML);

    public ValueType(SqlType type, int precision, int scale) {
        this(type, precision, scale, false);
    }

    /** A type without arguments. */
    public static ValueType of(SqlType type) {
        return new ValueType(type, type.family().isText() ? ANY : type.size(), type.scale());
    }

    public static ValueType decimal(int precision, int scale) {
        return new ValueType(SqlType.DECIMAL, precision, scale);
    }

    /** Of a column; missing where nobody knows, and for what is not computed with. */
    public static Optional<ValueType> of(ColumnTypes.Column column) {
        return column.type().isEmpty()
                ? Optional.empty()
                : declared(column.type())
                        .map(type -> new ValueType(type.type, type.precision, type.scale, column.hasOtherCodePage()));
    }

    /** As a variable or CAST declares it; missing for what is not computed with. */
    public static Optional<ValueType> declared(String text) {
        DeclaredType declared = DeclaredType.parse(text);
        return declared.sqlType()
                .map(ValueType::known)
                .filter(PRECEDENCE::contains)
                .map(type -> {
                    if (type.family().isText() || type.family() == SqlTypeFamily.BINARY) {
                        return new ValueType(type, declared.length().orElse(ANY), 0);
                    }
                    return new ValueType(
                            type,
                            declared.precision().orElse(type.size()),
                            declared.scale().orElse(type.scale()));
                });
    }

    private static SqlType known(SqlType type) {
        return switch (type) {
            case NUMERIC -> SqlType.DECIMAL;
            case TEXT -> SqlType.VARCHAR;
            case NTEXT, SYSNAME -> SqlType.NVARCHAR;
            case IMAGE -> SqlType.VARBINARY;
            default -> type;
        };
    }

    public SqlTypeFamily family() {
        return type.family();
    }

    public boolean is(SqlTypeFamily... families) {
        return List.of(families).contains(type.family());
    }

    /** Whole numbers and bits. */
    public boolean isWhole() {
        return is(SqlTypeFamily.WHOLE_NUMBER, SqlTypeFamily.BIT);
    }

    /** As many digits as a number has where it is computed with decimals. */
    public ValueType asDecimal() {
        return decimal(precision, scale);
    }

    /** Which of two types an expression has that may be either. */
    public ValueType orHigher(ValueType other) {
        if (type == SqlType.DECIMAL && other.type == SqlType.DECIMAL) {
            return union(other);
        }
        boolean otherIsHigher = PRECEDENCE.indexOf(other.type) > PRECEDENCE.indexOf(type);
        ValueType higher = otherIsHigher ? other : this;
        ValueType lower = otherIsHigher ? this : other;
        if (higher.type == SqlType.DECIMAL && lower.family().isNumber()) {
            return higher.union(lower.asDecimal());
        }
        if (higher.family().isText() && lower.family().isText()) {
            int length = precision == ANY || other.precision == ANY ? ANY : Math.max(precision, other.precision);
            return new ValueType(higher.type, length, 0);
        }
        if (higher.family().isText() && lower.is(SqlTypeFamily.BINARY)) {
            int length = precision == ANY || other.precision == ANY ? ANY : Math.max(precision, other.precision);
            return new ValueType(higher.type, length, 0);
        }
        if (higher.type == lower.type && higher.family().isTime()) {
            return new ValueType(higher.type, Math.max(precision, other.precision), Math.max(scale, other.scale));
        }
        return higher;
    }

    private ValueType union(ValueType other) {
        int most = Math.max(scale, other.scale);
        int whole = Math.max(precision - scale, other.precision - other.scale);
        int least = Math.min(MOST_DIGITS, whole + most);
        return decimal(least, Math.min(most, least));
    }

    /** For a column that is made of it. */
    public String ofColumn() {
        boolean any = precision == ANY;
        return switch (type) {
            case CHAR -> any ? "VARCHAR(MAX)" : tsql();
            case NCHAR -> any ? "NVARCHAR(MAX)" : tsql();
            case BINARY -> any ? "VARBINARY(MAX)" : tsql();
            default -> tsql();
        };
    }

    /** For a CAST. */
    public String tsql() {
        return switch (type) {
            case DECIMAL -> "DECIMAL(" + precision + ", " + scale + ")";
            case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY ->
                type.name() + "(" + (precision == ANY ? "MAX" : precision) + ")";
            case TIME, DATETIME2, DATETIMEOFFSET -> type.name() + "(" + scale + ")";
            default -> type.name();
        };
    }
}
