package dev.palindrome.h2.systemview;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type as the catalogue has it (Microsoft: sys-types-transact-sql, sys-columns-transact-sql,
 * columns-transact-sql).
 *
 * @param name in lower case
 * @param type with its arguments
 */
record TypeFacts(String name, DeclaredType type) {

    /** The numbers of SQL Server's own types. */
    static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("image", 34),
            Map.entry("text", 35),
            Map.entry("uniqueidentifier", 36),
            Map.entry("date", 40),
            Map.entry("time", 41),
            Map.entry("datetime2", 42),
            Map.entry("datetimeoffset", 43),
            Map.entry("tinyint", 48),
            Map.entry("smallint", 52),
            Map.entry("int", 56),
            Map.entry("smalldatetime", 58),
            Map.entry("real", 59),
            Map.entry("money", 60),
            Map.entry("datetime", 61),
            Map.entry("float", 62),
            Map.entry("sql_variant", 98),
            Map.entry("ntext", 99),
            Map.entry("bit", 104),
            Map.entry("decimal", 106),
            Map.entry("numeric", 108),
            Map.entry("smallmoney", 122),
            Map.entry("bigint", 127),
            Map.entry("hierarchyid", 128),
            Map.entry("geometry", 129),
            Map.entry("geography", 130),
            Map.entry("varbinary", 165),
            Map.entry("varchar", 167),
            Map.entry("binary", 173),
            Map.entry("char", 175),
            Map.entry("timestamp", 189),
            Map.entry("nvarchar", 231),
            Map.entry("nchar", 239),
            Map.entry("xml", 241),
            Map.entry("sysname", 256));

    private static final int SYSTEM_NUMBER_OF_CLR = 240;

    /** It is an NVARCHAR. */
    private static final int SYSTEM_NUMBER_OF_SYSNAME = 231;

    private static final Set<String> CLR = Set.of("hierarchyid", "geometry", "geography");

    static TypeFacts of(String declared) {
        DeclaredType type = DeclaredType.parse(declared);
        Optional<SqlType> known = type.sqlType();
        String name = known.map(Enum::name).orElse(type.name()).toLowerCase(Locale.ROOT);
        return new TypeFacts(name.equals("rowversion") ? "timestamp" : name, type);
    }

    private Optional<SqlType> known() {
        return type.sqlType();
    }

    int userTypeId() {
        return NUMBERS.getOrDefault(name, 0);
    }

    int systemTypeId() {
        if (CLR.contains(name)) {
            return SYSTEM_NUMBER_OF_CLR;
        }
        return name.equals("sysname") ? SYSTEM_NUMBER_OF_SYSNAME : userTypeId();
    }

    boolean isCharacter() {
        return known().map(SqlType::family)
                .filter(family -> family == SqlTypeFamily.TEXT || family == SqlTypeFamily.NATIONAL_TEXT)
                .isPresent();
    }

    private boolean isNational() {
        return type.is(SqlTypeFamily.NATIONAL_TEXT);
    }

    private boolean isMax() {
        return !type.arguments().isEmpty() && type.arguments().get(0).equalsIgnoreCase("max");
    }

    /** In bytes; -1 for MAX. */
    int maxLength() {
        if (isMax()) {
            return -1;
        }
        OptionalInt length = type.length();
        if (length.isPresent()) {
            return length.getAsInt() * (isNational() ? 2 : 1);
        }
        return switch (name) {
            case "bit", "tinyint" -> 1;
            case "smallint" -> 2;
            case "date" -> 3;
            case "int", "real", "smalldatetime", "smallmoney" -> 4;
            case "bigint", "float", "datetime", "money", "timestamp" -> 8;
            case "decimal", "numeric" -> bytesOfDecimal(type.precision().orElse(18));
            case "time" -> 3 + bytesOfFraction();
            case "datetime2" -> 6 + bytesOfFraction();
            case "datetimeoffset" -> 8 + bytesOfFraction();
            case "uniqueidentifier", "text", "ntext", "image" -> 16;
            case "hierarchyid" -> 892;
            case "sql_variant" -> 8016;
            default -> -1;
        };
    }

    private static int bytesOfDecimal(int precision) {
        return precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;
    }

    private int bytesOfFraction() {
        int digits = type.scale().orElse(7);
        return digits <= 2 ? 0 : digits <= 4 ? 1 : 2;
    }

    /** Digits; of times, characters of their text. */
    int precision() {
        int fraction = type.scale().orElse(0);
        int withPoint = fraction == 0 ? 0 : fraction + 1;
        return switch (name) {
            case "date" -> 10;
            case "time" -> 8 + withPoint;
            case "smalldatetime" -> 16;
            case "datetime" -> 23;
            case "datetime2" -> 19 + withPoint;
            case "datetimeoffset" -> 26 + withPoint;
            default -> name.equals("bit") ? 1 : type.precision().orElse(0);
        };
    }

    int scale() {
        return type.scale().orElse(0);
    }

    /** In characters or bytes, as INFORMATION_SCHEMA has it. */
    @Nullable Integer characters() {
        if (isMax() || name.equals("xml")) {
            return -1;
        }
        return switch (name) {
            case "text", "image" -> Integer.MAX_VALUE;
            case "ntext" -> Integer.MAX_VALUE / 2;
            default -> type.length().isPresent() ? type.length().getAsInt() : null;
        };
    }

    @Nullable Integer octets() {
        Integer characters = characters();
        return characters == null || characters < 0
                ? characters
                : Integer.valueOf(isNational() && !name.equals("ntext") ? characters * 2 : octetsOf(characters));
    }

    private int octetsOf(int characters) {
        return name.equals("ntext") ? Integer.MAX_VALUE - 1 : characters;
    }

    private boolean isNumber() {
        return !name.equals("bit") && type.precision().isPresent();
    }

    private boolean isFloating() {
        return type.is(SqlTypeFamily.FLOATING_POINT);
    }

    @Nullable Integer numericPrecision() {
        return isNumber() ? type.precision().getAsInt() : null;
    }

    @Nullable Integer numericRadix() {
        return isNumber() ? isFloating() ? 2 : 10 : null;
    }

    @Nullable Integer numericScale() {
        return isNumber() && !isFloating() ? scale() : null;
    }

    @Nullable Integer datetimePrecision() {
        boolean time = type.family().filter(SqlTypeFamily::isTime).isPresent();
        return time || name.equals("date") ? Integer.valueOf(scale()) : null;
    }

    /** As DATA_TYPE says it. */
    String dataType() {
        return name.equals("sysname") ? "nvarchar" : name;
    }
}
