package dev.palindrome.sql;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type as a column, a sequence or a CAST declares it.
 *
 * @param name in upper case, such as {@code NVARCHAR}; in brackets and as it is for a type of the user's own
 * @param arguments what stands in parentheses: {@code [50]}, {@code [MAX]}, {@code [18, 2]}
 */
public record DeclaredType(String name, List<String> arguments) {

    private static final Pattern SIZE = Pattern.compile("\\d{1,9}+");

    /** FLOAT with no more bits is a REAL (Microsoft: float-and-real-transact-sql). */
    private static final int BITS_OF_REAL = 24;

    private static final Set<SqlType> LARGE =
            EnumSet.of(SqlType.TEXT, SqlType.NTEXT, SqlType.IMAGE, SqlType.XML, SqlType.GEOGRAPHY, SqlType.GEOMETRY);

    /** Microsoft: decimal-and-numeric-transact-sql. */
    private static final int USUAL_PRECISION = 18;

    /**
     * Makes a type.
     *
     * @param name see above
     * @param arguments see above
     */
    public DeclaredType {
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads a type.
     *
     * @param type as written, such as {@code decimal(18, 2)}
     * @return the same with its name in upper case
     */
    public static DeclaredType parse(String type) {
        int open = type.indexOf('(');
        if (type.startsWith("[") || open < 0 || !type.endsWith(")")) {
            String name = type.strip();
            return new DeclaredType(name.startsWith("[") ? name : name.toUpperCase(Locale.ROOT), List.of());
        }
        List<String> arguments = Stream.of(
                        type.substring(open + 1, type.length() - 1).split(","))
                .map(String::strip)
                .toList();
        return new DeclaredType(type.substring(0, open).strip().toUpperCase(Locale.ROOT), arguments);
    }

    /**
     * Which of T-SQL's types it is.
     *
     * @return missing for a type of the user's own
     */
    public Optional<SqlType> sqlType() {
        Optional<SqlType> type = SqlType.find(name);
        boolean real = type.equals(Optional.of(SqlType.FLOAT))
                && argument(0).isPresent()
                && argument(0).getAsInt() <= BITS_OF_REAL;
        return real ? Optional.of(SqlType.REAL) : type;
    }

    /**
     * Whether it is this type, whatever its arguments.
     *
     * @param type one of T-SQL's
     * @return false for a type of the user's own
     */
    public boolean is(SqlType type) {
        return sqlType().equals(Optional.of(type));
    }

    /**
     * Whether it is a type of this family.
     *
     * @param family any
     * @return false for a type of the user's own
     */
    public boolean is(SqlTypeFamily family) {
        return family().equals(Optional.of(family));
    }

    /**
     * What kind of values it holds.
     *
     * @return missing for a type of the user's own
     */
    public Optional<SqlTypeFamily> family() {
        return sqlType().map(SqlType::family);
    }

    /**
     * The greatest length: of texts in letters, of binary values in bytes.
     *
     * @return missing for MAX, TEXT, NTEXT and IMAGE, and for types without a length
     */
    public OptionalInt length() {
        return sqlType().map(this::length).orElse(OptionalInt.empty());
    }

    private OptionalInt length(SqlType type) {
        return switch (type.arguments()) {
            case LENGTH, LENGTH_OR_MAX -> arguments.isEmpty() ? OptionalInt.of(1) : argument(0);
            default -> type == SqlType.SYSNAME ? OptionalInt.of(type.size()) : OptionalInt.empty();
        };
    }

    /**
     * How many digits a number has, or bits if it is a floating-point number.
     *
     * @return missing for other types
     */
    public OptionalInt precision() {
        return sqlType()
                .filter(type -> type.family().isNumber())
                .map(this::precision)
                .orElse(OptionalInt.empty());
    }

    private OptionalInt precision(SqlType type) {
        return OptionalInt.of(
                type.family() == SqlTypeFamily.DECIMAL ? argument(0).orElse(USUAL_PRECISION) : type.size());
    }

    /**
     * How many digits there are behind the point, of a number or of seconds.
     *
     * @return missing for other types, and for floating-point numbers
     */
    public OptionalInt scale() {
        return sqlType()
                .filter(type -> type.family().isNumber() || type.family().isTime())
                .filter(type -> type.family() != SqlTypeFamily.FLOATING_POINT)
                .map(this::scale)
                .orElse(OptionalInt.empty());
    }

    private OptionalInt scale(SqlType type) {
        return OptionalInt.of(
                switch (type.arguments()) {
                    case PRECISION_AND_SCALE -> argument(1).orElse(type.scale());
                    case FRACTION -> argument(0).orElse(type.scale());
                    default -> type.scale();
                });
    }

    /**
     * The numbers that it holds.
     *
     * @return missing for other types, and for floating-point numbers
     */
    public Optional<NumberRange> numbers() {
        return is(SqlTypeFamily.DECIMAL)
                ? Optional.of(NumberRange.ofDecimal(precision().getAsInt(), scale().getAsInt()))
                : sqlType().flatMap(SqlType::numbers);
    }

    /**
     * Whether its values are too large for a key or an index.
     *
     * @return true for MAX, TEXT, NTEXT, IMAGE, XML and the spatial types (Microsoft: create-index-transact-sql)
     */
    public boolean isLarge() {
        boolean max = !arguments.isEmpty() && arguments.get(0).equalsIgnoreCase("max");
        return max || sqlType().filter(LARGE::contains).isPresent();
    }

    /**
     * Whether the server writes its values, a new one whenever the row changes.
     *
     * @return true for ROWVERSION, and for TIMESTAMP, as it was called before
     */
    public boolean isRowversion() {
        return is(SqlTypeFamily.ROWVERSION);
    }

    private OptionalInt argument(int index) {
        boolean there =
                index < arguments.size() && SIZE.matcher(arguments.get(index)).matches();
        return there ? OptionalInt.of(Integer.parseInt(arguments.get(index))) : OptionalInt.empty();
    }

    /** The type as T-SQL. */
    @Override
    public String toString() {
        return arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    }
}
