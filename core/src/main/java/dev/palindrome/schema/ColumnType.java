package dev.palindrome.schema;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A T-SQL type.
 *
 * @param name in upper case, such as {@code NVARCHAR}; in brackets and as it is for a type of the user's own
 * @param arguments what stands in parentheses: {@code [50]}, {@code [MAX]}, {@code [18, 2]}
 */
public record ColumnType(String name, List<String> arguments) {

    private static final Pattern TYPE = Pattern.compile("([^(]+?)\\s*(?:\\(([^)]*)\\))?");

    /**
     * Makes a type.
     *
     * @param name see above
     * @param arguments see above
     */
    public ColumnType {
        arguments = List.copyOf(arguments);
    }

    public static ColumnType parse(String type) {
        Matcher matcher = TYPE.matcher(type);
        if (type.startsWith("[") || !matcher.matches()) {
            return new ColumnType(type, List.of());
        }
        String inside = matcher.group(2);
        List<String> arguments = inside == null
                ? List.of()
                : Stream.of(inside.split(",")).map(String::strip).toList();
        return new ColumnType(matcher.group(1).toUpperCase(Locale.ROOT), arguments);
    }

    /**
     * The greatest length: in characters for NCHAR and NVARCHAR, in bytes for CHAR, VARCHAR, BINARY and VARBINARY.
     *
     * @return missing for MAX and for types without a length
     */
    public OptionalInt length() {
        return name.contains("CHAR") || name.contains("BINARY") ? number(0) : OptionalInt.empty();
    }

    /**
     * The number of digits of a DECIMAL or NUMERIC.
     *
     * @return missing for other types
     */
    public OptionalInt precision() {
        return isDecimal() ? number(0) : OptionalInt.empty();
    }

    /**
     * The number of digits behind the point, of a number or of seconds.
     *
     * @return missing for types without
     */
    public OptionalInt scale() {
        boolean time = List.of("TIME", "DATETIME2", "DATETIMEOFFSET").contains(name);
        return isDecimal() ? number(1) : time ? number(0) : OptionalInt.empty();
    }

    /**
     * Whether the server writes its values, a new one whenever the row changes.
     *
     * @return true for ROWVERSION, and for TIMESTAMP, as it was called before
     */
    public boolean isRowversion() {
        return name.equals("ROWVERSION") || name.equals("TIMESTAMP");
    }

    private boolean isDecimal() {
        return name.equals("DECIMAL") || name.equals("NUMERIC");
    }

    private OptionalInt number(int index) {
        boolean there = index < arguments.size() && arguments.get(index).matches("\\d{1,9}");
        return there ? OptionalInt.of(Integer.parseInt(arguments.get(index))) : OptionalInt.empty();
    }

    /** The type as T-SQL. */
    @Override
    public String toString() {
        return arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    }
}
