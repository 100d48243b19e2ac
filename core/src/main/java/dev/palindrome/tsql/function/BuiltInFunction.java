package dev.palindrome.tsql.function;

import dev.palindrome.sql.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function of T-SQL's.
 *
 * @param name in capitals
 * @param least how many arguments it has at least
 * @param most how many it has at most
 * @param type of its result, where that is always the same
 * @param texts how many of its arguments, from the first on, are taken as text whatever they are
 * @param kind how H2 calls it
 * @param h2 what it is called there
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/functions">Functions</a>
 */
public record BuiltInFunction(
        String name, int least, int most, Optional<SqlType> type, int texts, Kind kind, String h2) {

    /** How H2 calls a function. */
    public enum Kind {
        /** One of H2's own with the same arguments. */
        H2,
        /** An alias of ours. */
        OURS,
        /** The alias of functions that give a FLOAT, or an error where H2 gives none. */
        FLOAT,
        /** The alias of all functions that give text. */
        TEXT,
        /** The same; what its texts compare depends on their collations. */
        COLLATED_TEXT,
        /** The alias of all functions that give an INT. */
        NUMBER,
        /** The same; what its texts compare depends on their collations. */
        COLLATED_NUMBER;

        /** Whether the texts that it gets keep the regard for case that they have. */
        public boolean isCollated() {
            return this == COLLATED_TEXT || this == COLLATED_NUMBER;
        }
    }

    private static final Map<String, BuiltInFunction> ALL = Stream.of(
                    text("STUFF", 4, 4, 1),
                    text("REPLICATE", 2, 2, 1),
                    text("REVERSE", 1, 1, 1),
                    text("STR", 1, 3, 0),
                    text("QUOTENAME", 1, 2, 2),
                    ours("PARSENAME", 2, 2, SqlType.NVARCHAR),
                    text("CHAR", 1, 1, 0),
                    text("NCHAR", 1, 1, 0),
                    text("FORMAT", 2, 3, 0),
                    text("SOUNDEX", 1, 1, 1),
                    text("STRING_ESCAPE", 2, 2, 2),
                    text("JSON_VALUE", 2, 2, 2),
                    text("JSON_QUERY", 1, 2, 2),
                    text("JSON_MODIFY", 3, 3, 2),
                    number("ISJSON", 1),
                    collated("REPLACE", 3, 3, 3),
                    collated("TRANSLATE", 3, 3, 3),
                    new BuiltInFunction("CHARINDEX", 2, 3, Optional.of(SqlType.INT), 2, Kind.COLLATED_NUMBER, ""),
                    new BuiltInFunction("PATINDEX", 2, 2, Optional.of(SqlType.INT), 2, Kind.COLLATED_NUMBER, ""),
                    number("UNICODE", 1),
                    number("ASCII", 1),
                    number("DIFFERENCE", 2),
                    number("ISDATE", 1),
                    new BuiltInFunction("ISNUMERIC", 1, 1, Optional.of(SqlType.INT), 0, Kind.NUMBER, ""),
                    h2("CRYPT_GEN_RANDOM", 1, SqlType.VARBINARY, "SECURE_RAND"),
                    floating("LOG10"),
                    floating("EXP"),
                    floating("SQRT"),
                    h2("PI", 0, SqlType.FLOAT, "PI"),
                    h2("SIN", 1, SqlType.FLOAT, "SIN"),
                    h2("COS", 1, SqlType.FLOAT, "COS"),
                    h2("TAN", 1, SqlType.FLOAT, "TAN"),
                    h2("COT", 1, SqlType.FLOAT, "COT"),
                    floating("ASIN"),
                    floating("ACOS"),
                    h2("ATAN", 1, SqlType.FLOAT, "ATAN"),
                    h2("ATN2", 2, SqlType.FLOAT, "ATAN2"),
                    h2("STDEV", 1, SqlType.FLOAT, "STDDEV_SAMP"),
                    h2("STDEVP", 1, SqlType.FLOAT, "STDDEV_POP"),
                    h2("VAR", 1, SqlType.FLOAT, "VAR_SAMP"),
                    h2("VARP", 1, SqlType.FLOAT, "VAR_POP"),
                    h2("CUME_DIST", 0, SqlType.FLOAT, "CUME_DIST"),
                    h2("PERCENT_RANK", 0, SqlType.FLOAT, "PERCENT_RANK"),
                    ours("DATEFROMPARTS", 3, 3, SqlType.DATE),
                    ours("EOMONTH", 1, 2, SqlType.DATE),
                    ours("DATETIMEFROMPARTS", 7, 7, SqlType.DATETIME),
                    ours("SMALLDATETIMEFROMPARTS", 5, 5, SqlType.SMALLDATETIME),
                    ours("TIMEFROMPARTS", 5, 5, SqlType.TIME),
                    ours("DATETIME2FROMPARTS", 8, 8, SqlType.DATETIME2),
                    ours("DATETIMEOFFSETFROMPARTS", 10, 10, SqlType.DATETIMEOFFSET),
                    ours("SWITCHOFFSET", 2, 2, SqlType.DATETIMEOFFSET),
                    ours("TODATETIMEOFFSET", 2, 2, SqlType.DATETIMEOFFSET))
            .collect(Collectors.toUnmodifiableMap(BuiltInFunction::name, function -> function));

    /** Missing for one that is not known here. */
    public static Optional<BuiltInFunction> find(String name) {
        return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT)));
    }

    private static BuiltInFunction text(String name, int least, int most, int texts) {
        return new BuiltInFunction(name, least, most, Optional.of(SqlType.NVARCHAR), texts, Kind.TEXT, "");
    }

    private static BuiltInFunction collated(String name, int least, int most, int texts) {
        return new BuiltInFunction(name, least, most, Optional.of(SqlType.NVARCHAR), texts, Kind.COLLATED_TEXT, "");
    }

    private static BuiltInFunction number(String name, int arguments) {
        return new BuiltInFunction(name, arguments, arguments, Optional.of(SqlType.INT), arguments, Kind.NUMBER, "");
    }

    private static BuiltInFunction floating(String name) {
        return new BuiltInFunction(name, 1, 1, Optional.of(SqlType.FLOAT), 0, Kind.FLOAT, "");
    }

    private static BuiltInFunction h2(String name, int arguments, SqlType type, String h2) {
        return new BuiltInFunction(name, arguments, arguments, Optional.of(type), 0, Kind.H2, h2);
    }

    private static BuiltInFunction ours(String name, int least, int most, SqlType type) {
        String alias = "\"palindrome\".\"" + name.toLowerCase(Locale.ROOT) + "\"";
        return new BuiltInFunction(name, least, most, Optional.of(type), 0, Kind.OURS, alias);
    }

    /**
     * The call.
     *
     * @param arguments in H2's SQL
     */
    public String call(List<String> arguments) {
        String joined = String.join(", ", arguments);
        return switch (kind) {
            case H2, OURS -> h2 + "(" + joined + ")";
            case TEXT, COLLATED_TEXT -> "\"palindrome\".\"text_function\"('" + name + "', " + joined + ")";
            case FLOAT -> "\"palindrome\".\"float_function\"('" + name + "', " + joined + ")";
            case NUMBER, COLLATED_NUMBER -> "\"palindrome\".\"number_function\"('" + name + "', " + joined + ")";
        };
    }
}
