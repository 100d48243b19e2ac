package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.ReadText;
import dev.palindrome.tsql.UntranslatableException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * T-SQL's functions of texts that give an INT. Public for H2's sake; {@link H2Front#install} makes them known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/string-functions-transact-sql">String functions</a>
 */
public final class NumberFunctions {

    /** Microsoft: isnumeric-transact-sql. */
    private static final Pattern NUMERIC = Pattern.compile(
            "^(?:\\s*+[-+]?+\\s*+[$€£¥]?+\\s*+[-+]?+\\s*+(?:\\d[\\d,]*+\\.?+\\d*+|\\.\\d++|\\.)(?:[edED][-+]?+\\d++)?+\\s*+|\\s*+[-+$€£¥.,]\\s*+)");

    /** As many as a query can number. */
    private static final int MOST_ROWS = 100_000;

    private NumberFunctions() {}

    /**
     * Calls one of them.
     *
     * @param function its name
     * @param arguments as H2 has them
     * @return null for NULL
     * @throws SQLException with SQL Server's number, or where only SQL Server knows
     */
    public static @Nullable Integer call(String function, Value... arguments) throws SQLException {
        if (function.equals("ISNUMERIC")) {
            return isNumeric(arguments[0]) ? 1 : 0;
        }
        for (Value argument : arguments) {
            boolean optional = function.startsWith("XML_") && argument != arguments[0];
            if (argument.getValueType() == Value.NULL && !optional) {
                return function.equals("ISDATE") ? Integer.valueOf(0) : null;
            }
        }
        return switch (function) {
            case "CHARINDEX" ->
                charIndex(
                        Collated.of(arguments[0], arguments[1]),
                        TextFunctions.text(arguments[0]),
                        TextFunctions.text(arguments[1]),
                        arguments.length > 2 ? TextFunctions.whole(arguments[2]) : 1);
            case "PATINDEX" ->
                patIndex(Collated.of(arguments), TextFunctions.text(arguments[0]), TextFunctions.text(arguments[1]));
            case "UNICODE" -> first(TextFunctions.text(arguments[0]));
            case "ASCII" -> ascii(TextFunctions.text(arguments[0]));
            case "DIFFERENCE" -> Soundex.difference(TextFunctions.text(arguments[0]), TextFunctions.text(arguments[1]));
            case "ISDATE" -> isDate(TextFunctions.text(arguments[0])) ? 1 : 0;
            case "ISJSON" -> JsonReader.isJson(TextFunctions.text(arguments[0])) ? 1 : 0;
            case "JSON_COUNT" -> TextFunctions.rows(arguments).count();
            case "JSON_ROWS" -> TextFunctions.rows(arguments).countWithSchema();
            case "JSON_TYPE" -> TextFunctions.rows(arguments).type(TextFunctions.whole(arguments[2]));
            case "NUMBERED" -> numbered(TextFunctions.whole(arguments[0]));
            case "XML_COUNT" -> XmlReader.count(arguments);
            case "XML_EXIST" -> XmlReader.count(arguments) > 0 ? 1 : 0;
            case "PARTS" -> parts(TextFunctions.text(arguments[0]), TextFunctions.text(arguments[1]));
            default -> throw TsqlError.needsSqlServer("The function " + function + ".");
        };
    }

    private static int charIndex(Collated collated, String part, String text, int start) {
        return part.isEmpty() ? 0 : collated.indexOf(text, part, start - 1) + 1;
    }

    /** Without per cents at its ends, the pattern is one of the whole beginning or end. */
    private static int patIndex(Collated collated, String pattern, String text) {
        boolean open = pattern.startsWith("%");
        boolean openEnd = pattern.endsWith("%") && pattern.length() > 1;
        String inner = pattern.substring(open ? 1 : 0, pattern.length() - (openEnd ? 1 : 0));
        String regex = "(?su)" + (open ? "" : "\\A") + LikePattern.inner(inner) + (openEnd ? "" : "\\z");
        Matcher matcher = Pattern.compile(regex, collated.heedsCase() ? 0 : Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return matcher.find() ? matcher.start() + 1 : 0;
    }

    private static @Nullable Integer first(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text.charAt(0));
    }

    private static @Nullable Integer ascii(String text) {
        return text.isEmpty()
                ? null
                : Integer.valueOf(text.substring(0, 1).getBytes(TextFunctions.CODE_PAGE)[0] & 0xff);
    }

    private static boolean isNumeric(Value value) {
        return switch (value.getValueType()) {
            case Value.NULL, Value.DATE, Value.TIME, Value.TIMESTAMP, Value.TIMESTAMP_TZ, Value.UUID -> false;
            case Value.CHAR, Value.VARCHAR, Value.VARCHAR_IGNORECASE, Value.CLOB ->
                NUMERIC.matcher(TextFunctions.text(value)).matches();
            case Value.BINARY, Value.VARBINARY, Value.BLOB -> false;
            default -> true;
        };
    }

    /** What can be read as a DATETIME (Microsoft: isdate-transact-sql). */
    private static boolean isDate(String text) {
        try {
            return !text.isBlank() && ReadText.as(text, "DATETIME", DateOrder.MDY) != null;
        } catch (UntranslatableException e) {
            return false;
        }
    }

    private static int parts(String text, String separator) throws SQLException {
        if (separator.length() != 1) {
            throw TsqlError.of(214, "Procedure expects parameter 'separator' of type 'nchar(1)/nvarchar(1)'.");
        }
        return numbered((int) text.chars()
                        .filter(letter -> letter == separator.charAt(0))
                        .count()
                + 1);
    }

    private static int numbered(int rows) throws SQLException {
        if (rows > MOST_ROWS) {
            throw TsqlError.needsSqlServer("A function of more than " + MOST_ROWS + " rows.");
        }
        return rows;
    }
}
