package dev.palindrome.schema.change;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.SqlLiteral;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The value of an extended property, which is a sql_variant and keeps the type that it was given with (Microsoft:
 * sp-addextendedproperty-transact-sql, sql-variant-transact-sql). An argument of a procedure is a literal or a variable:
 * where the type is not that of a literal, sp_executesql has a parameter of it.
 *
 * @param argument what the procedure is told; may be empty
 * @param type the parameter's; empty where there is none
 * @param literal what the parameter is given
 */
record PropertyValue(String argument, String type, String literal) {

    static final PropertyValue NONE = new PropertyValue("", "", "");

    private static final Set<String> BYTES = Set.of("binary", "varbinary");

    /** With a length that a literal of their own kind has; what is shorter is padded. */
    private static final Set<String> PADDED = Set.of("char", "nchar", "binary");

    private static final Set<String> DECIMALS = Set.of("decimal", "numeric");

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?");

    private static final Pattern HEXADECIMAL = Pattern.compile("0x(?:[0-9A-F]{2})*");

    /** @param property has its type beside it where that is no text */
    static PropertyValue of(SchemaObject property) {
        String value = property.get(Property.VALUE).orElse("");
        String type = property.get(Property.DETAILS).orElse("").toLowerCase(Locale.ROOT);
        String literal = literal(value, type);
        return type.isEmpty()
                ? new PropertyValue(", @value = " + literal, "", "")
                : new PropertyValue(", @value = @value", declared(type, value), literal);
    }

    /** The statement, with its parameter. */
    String givenTo(String statement) {
        return type.isEmpty()
                ? statement
                : "EXEC sp_executesql " + SqlLiteral.of(statement) + ", N'@value " + type + "', @value = " + literal;
    }

    private static String literal(String value, String type) {
        if (BYTES.contains(type) && HEXADECIMAL.matcher(value).matches()) {
            return value;
        }
        if (type.equals("bit")) {
            return value.equalsIgnoreCase("true") || value.equals("1") ? "1" : "0";
        }
        boolean bare = !type.isEmpty()
                && !PADDED.contains(type)
                && NUMBER.matcher(value).matches();
        return bare ? value : SqlLiteral.of(value);
    }

    private static String declared(String type, String value) {
        if (PADDED.contains(type)) {
            int length = type.equals("binary") ? (value.length() - 2) / 2 : value.length();
            return type + "(" + Math.max(1, length) + ")";
        }
        if (DECIMALS.contains(type)) {
            int point = value.indexOf('.');
            return type + "(38, " + (point < 0 ? 0 : value.length() - point - 1) + ")";
        }
        // Without a length, it is 1.
        return type.equals("varbinary") ? "varbinary(8000)" : type;
    }
}
