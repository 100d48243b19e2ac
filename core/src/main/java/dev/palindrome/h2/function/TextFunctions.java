package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.CodePage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * T-SQL's functions that give text. Public for H2's sake; {@link H2Front#install} makes them known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/string-functions-transact-sql">String functions</a>
 */
public final class TextFunctions {

    /** That of SQL_Latin1_General_CP1_CI_AS. */
    static final Charset CODE_PAGE = Charset.forName("windows-1252");

    private static final int LAST_OF_CODE_PAGE = 255;

    private static final int LONGEST_STR = 8000;

    private static final int LENGTH_OF_STR = 10;

    private static final int MOST_DIGITS = 17;

    private static final int LONGEST_NAME = 128;

    private TextFunctions() {}

    /**
     * Calls one of them.
     *
     * @param function its name
     * @param arguments as H2 has them
     * @return null for NULL
     * @throws SQLException with SQL Server's number, or where only SQL Server knows
     */
    public static @Nullable String call(String function, Value... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            boolean ofXml = function.startsWith("XML_") && !function.equals("XML_ROW") && i > 0;
            boolean optional =
                    ofXml || function.equals("STUFF") && i == 3 || function.startsWith("JSON_MODIFY") && i == 2;
            if (arguments[i].getValueType() == Value.NULL && !optional) {
                return null;
            }
        }
        return switch (function) {
            case "STUFF" ->
                TsqlFunctions.stuff(
                        arguments[0].getString(), whole(arguments[1]), whole(arguments[2]), arguments[3].getString());
            case "REPLICATE" -> TsqlFunctions.replicate(arguments[0].getString(), whole(arguments[1]));
            case "REVERSE" -> TsqlFunctions.reverse(arguments[0].getString());
            case "STR" -> str(arguments);
            case "QUOTENAME" -> quoteName(text(arguments[0]), arguments.length > 1 ? text(arguments[1]) : "[");
            case "CHAR" -> character(whole(arguments[0]));
            case "NCHAR" -> nationalCharacter(whole(arguments[0]));
            case "FORMAT" ->
                NetFormat.write(arguments[0], text(arguments[1]), arguments.length > 2 ? text(arguments[2]) : "en-US");
            case "SOUNDEX" -> Soundex.of(text(arguments[0]));
            case "JSON_VALUE" -> JsonReader.value(text(arguments[0]), text(arguments[1]));
            case "JSON_QUERY" -> JsonReader.query(text(arguments[0]), arguments.length > 1 ? text(arguments[1]) : "$");
            case "JSON_MODIFY" -> JsonChange.modify(text(arguments[0]), text(arguments[1]), arguments[2], false);
            case "JSON_MODIFY_BY_JSON" -> JsonChange.modify(text(arguments[0]), text(arguments[1]), arguments[2], true);
            case "JSON_KEY" -> rows(arguments).key(whole(arguments[2]));
            case "JSON_ITEM" -> rows(arguments).value(whole(arguments[2]));
            case "JSON_COLUMN" -> jsonColumn(arguments);
            case "JSON_COLUMN_AS_JSON" -> rows(arguments).columnAsJson(whole(arguments[2]), text(arguments[3]));
            case "STRING_ESCAPE" -> JsonText.escaped(text(arguments[0]), text(arguments[1]));
            case "REPLACE" ->
                Collated.of(arguments).replace(text(arguments[0]), text(arguments[1]), text(arguments[2]));
            case "TRANSLATE" -> translate(arguments);
            case "TRIM" -> trim(text(arguments[0]), text(arguments[1]), text(arguments[2]));
            case "SUBSTRING" -> substring(text(arguments[0]), whole(arguments[1]), whole(arguments[2]));
            case "LEFT" -> substring(text(arguments[0]), 1, whole(arguments[1]));
            case "RIGHT" -> right(text(arguments[0]), whole(arguments[1]));
            case "SPLIT" -> part(text(arguments[0]), text(arguments[1]), whole(arguments[2]));
            case "JSON" -> JsonText.of(arguments[0]);
            case "AGGREGATED" -> aggregated(text(arguments[0]), whole(arguments[1]));
            case "STUFFED" -> stuffed(text(arguments[0]), whole(arguments[1]));
            case "HELD" -> CodePage.held(text(arguments[0]));
            case "SAME" -> text(arguments[0]);
            case "XML" -> XmlText.text(text(arguments[0]));
            case "XML_ROW" -> XmlText.row(text(arguments[0]), text(arguments[1]), text(arguments[2]));
            case "XML_ATTRIBUTE" -> XmlText.value(text(arguments[0]));
            case "XML_VALUE" -> XmlReader.value(arguments);
            case "XML_QUERY" -> XmlReader.query(arguments);
            case "XML_NODE" -> XmlReader.node(arguments);
            case "GUID_ORDER" -> GuidOrder.of(text(arguments[0]));
            case "OF_GUID_ORDER" -> GuidOrder.back(text(arguments[0]));
            case "XML_OF" -> XmlReader.required(text(arguments[0]));
            case "TRY_XML" -> XmlReader.tried(text(arguments[0]));
            default -> throw TsqlError.needsSqlServer("The function " + function + ".");
        };
    }

    /** Of a text and a path, which stand before all else. */
    static JsonRows rows(Value... arguments) throws SQLException {
        return JsonRows.of(text(arguments[0]), text(arguments[1]));
    }

    /** Of a length that its column may have; 0 if any will do. */
    private static @Nullable String jsonColumn(Value... arguments) throws SQLException {
        String value = rows(arguments).column(whole(arguments[2]), text(arguments[3]));
        int length = whole(arguments[4]);
        if (value != null && length > 0 && value.length() > length) {
            throw TsqlError.needsSqlServer("OPENJSON of a text that is longer than its column.");
        }
        return value;
    }

    static String text(Value value) {
        return String.valueOf(value.getString());
    }

    static int whole(Value value) {
        return value.getBigDecimal().intValue();
    }

    /** A number as text at the right of its place; stars where that is too short for it (Microsoft: str-transact-sql). */
    private static @Nullable String str(Value... arguments) {
        int length = arguments.length > 1 ? whole(arguments[1]) : LENGTH_OF_STR;
        int decimals = arguments.length > 2 ? whole(arguments[2]) : 0;
        if (length < 1 || length > LONGEST_STR || decimals < 0) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(arguments[0].getDouble()).round(new MathContext(MOST_DIGITS));
        BigDecimal number = exact.setScale(Math.min(decimals, 16), RoundingMode.HALF_UP);
        String whole = number.setScale(0, RoundingMode.DOWN).toPlainString();
        boolean minus = number.signum() < 0 && !whole.startsWith("-");
        int room = length - whole.length() - (minus ? 1 : 0);
        if (room < 0) {
            return "*".repeat(length);
        }
        int scale = Math.max(0, Math.min(number.scale(), room - 1));
        String written = exact.setScale(scale, RoundingMode.HALF_UP).toPlainString();
        return written.length() > length ? "*".repeat(length) : " ".repeat(length - written.length()) + written;
    }

    private static @Nullable String quoteName(String name, String quote) {
        if (name.length() > LONGEST_NAME) {
            return null;
        }
        return switch (quote.isEmpty() ? "" : quote.substring(0, 1)) {
            case "[", "]", "" -> BracketedName.of(name);
            case "'" -> "'" + name.replace("'", "''") + "'";
            case "\"" -> "\"" + name.replace("\"", "\"\"") + "\"";
            case "(", ")" -> "(" + name.replace(")", "))") + ")";
            case "<", ">" -> "<" + name.replace(">", ">>") + ">";
            case "{", "}" -> "{" + name.replace("}", "}}") + "}";
            case "`" -> "`" + name.replace("`", "``") + "`";
            default -> null;
        };
    }

    private static @Nullable String character(int code) {
        return code < 0 || code > LAST_OF_CODE_PAGE ? null : new String(new byte[] {(byte) code}, CODE_PAGE);
    }

    private static @Nullable String nationalCharacter(int code) {
        return code < 0 || code > Character.MAX_VALUE ? null : String.valueOf((char) code);
    }

    private static String translate(Value... arguments) throws SQLException {
        String letters = text(arguments[1]);
        String others = text(arguments[2]);
        if (letters.length() != others.length()) {
            throw TsqlError.of(
                    9828,
                    "The second and third arguments of the TRANSLATE built-in function must contain an equal number of"
                            + " characters.");
        }
        return Collated.of(arguments).translate(text(arguments[0]), letters, others);
    }

    /** @param side LEADING, TRAILING or BOTH */
    private static String trim(String side, String characters, String text) {
        int start = 0;
        int end = text.length();
        while (!side.equals("TRAILING") && start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (!side.equals("LEADING") && end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Counts from a start before the first character, too (Microsoft: substring-transact-sql). */
    private static String substring(String text, int start, int length) throws SQLException {
        if (length < 0) {
            throw TsqlError.of(537, "Invalid length parameter passed to the LEFT or SUBSTRING function.");
        }
        long from = Math.max(0, start - 1L);
        long to = Math.min(text.length(), start - 1L + length);
        return from >= to ? "" : text.substring((int) from, (int) to);
    }

    /** Microsoft: string-agg-transact-sql. */
    private static String aggregated(String text, int most) throws SQLException {
        if (text.length() > most) {
            throw TsqlError.of(
                    9829,
                    "STRING_AGG aggregation result exceeded the limit of 8000 bytes. Use LOB types to avoid result"
                            + " truncation.");
        }
        return text;
    }

    /** Longer than its type it is an error whose number is not said (Microsoft: stuff-transact-sql). */
    private static String stuffed(String text, int most) throws SQLException {
        if (text.length() > most) {
            throw TsqlError.needsSqlServer("A STUFF that makes more than 8000 bytes of a text that is no MAX");
        }
        return text;
    }

    private static String right(String text, int length) throws SQLException {
        if (length < 0) {
            throw TsqlError.of(536, "Invalid length parameter passed to the right function.");
        }
        return text.substring(Math.max(0, text.length() - length));
    }

    private static @Nullable String part(String text, String separator, int number) {
        List<String> parts = List.of(text.split(java.util.regex.Pattern.quote(separator), -1));
        return number > parts.size() ? null : parts.get(number - 1);
    }

    /** In lower case, for what is compared so. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
