package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.TsqlError;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text as SQL Server's functions do: values are pieces of the text, and of two members with one name the first
 * counts.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/json-functions-transact-sql">JSON functions</a>
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/json/json-path-expressions-sql-server">JSON path
 *     expressions</a>
 */
final class JsonReader {

    private static final int LONGEST_VALUE = 4000;

    /** More than people nest, and less than the smallest stack of a JVM's takes. */
    private static final int DEEPEST = 128;

    private static final Pattern NUMBER = Pattern.compile("-?+(?:0|[1-9]\\d*+)(?:\\.\\d++)?+(?:[eE][-+]?+\\d++)?+");

    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.([A-Za-z_$][\\w$]*+)|\\.\"([^\"]*+)\"|\\[(\\d{1,9}+)])");

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Whether a text is an object or an array. */
    static boolean isJson(String text) {
        try {
            String all = new JsonReader(text).whole();
            return isComposed(all);
        } catch (SQLException e) {
            return false;
        }
    }

    /** JSON_VALUE. */
    static @Nullable String value(String text, String path) throws SQLException {
        JsonPathText steps = JsonPathText.of(path);
        String found = find(text, steps);
        if (found == null) {
            return null;
        }
        if (isComposed(found)) {
            return steps.missing(13623, "Scalar value cannot be found in the specified JSON path.");
        }
        String value = found.startsWith("\"") ? unescaped(found) : found;
        if (value.length() > LONGEST_VALUE) {
            return steps.missing(13625, "String value in the specified JSON path would be truncated.");
        }
        return found.equals("null") ? null : value;
    }

    /** JSON_QUERY. */
    static @Nullable String query(String text, String path) throws SQLException {
        JsonPathText steps = JsonPathText.of(path);
        String found = find(text, steps);
        return found == null || isComposed(found)
                ? found
                : steps.missing(13624, "Object or array cannot be found in the specified JSON path.");
    }

    private static boolean isComposed(String json) {
        return json.startsWith("{") || json.startsWith("[");
    }

    private static @Nullable String find(String text, JsonPathText path) throws SQLException {
        String here = new JsonReader(text).whole();
        Matcher step = STEP.matcher(path.steps());
        int end = 0;
        while (step.find()) {
            end = step.end();
            String name = step.group(1) != null ? step.group(1) : step.group(2);
            String found = name != null
                    ? new JsonReader(here).member(name)
                    : new JsonReader(here).element(Integer.parseInt(step.group(3)));
            if (found == null) {
                return path.missing(13608, "Property cannot be found on the specified JSON path.");
            }
            here = found;
        }
        if (end < path.steps().length()) {
            throw TsqlError.of(13607, "JSON path is not properly formatted.");
        }
        return here;
    }

    /** The text but for the blanks around it. */
    private String whole() throws SQLException {
        blanks();
        String value = piece();
        blanks();
        if (at < text.length()) {
            throw malformed();
        }
        return value;
    }

    private @Nullable String member(String name) throws SQLException {
        if (!text.startsWith("{")) {
            return null;
        }
        at++;
        blanks();
        while (text.charAt(at) != '}') {
            String key = unescaped(piece());
            blanks();
            at++;
            blanks();
            String value = piece();
            if (key.equals(name)) {
                return value;
            }
            blanks();
            if (text.charAt(at) == ',') {
                at++;
                blanks();
            }
        }
        return null;
    }

    private @Nullable String element(int number) throws SQLException {
        if (!text.startsWith("[")) {
            return null;
        }
        at++;
        blanks();
        for (int i = 0; text.charAt(at) != ']'; i++) {
            String value = piece();
            if (i == number) {
                return value;
            }
            blanks();
            if (text.charAt(at) == ',') {
                at++;
                blanks();
            }
        }
        return null;
    }

    /** Reads one value, and gives it as it is written. */
    private String piece() throws SQLException {
        int start = at;
        char first = peek();
        switch (first) {
            case '{' -> composed('}', true);
            case '[' -> composed(']', false);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
        return text.substring(start, at);
    }

    private void composed(char end, boolean members) throws SQLException {
        if (++depth > DEEPEST) {
            throw malformed();
        }
        at++;
        blanks();
        boolean more = peek() != end;
        while (more) {
            if (members) {
                string();
                blanks();
                expect(':');
                blanks();
            }
            piece();
            blanks();
            more = peek() == ',';
            if (more) {
                at++;
                blanks();
            }
        }
        expect(end);
        depth--;
    }

    private void string() throws SQLException {
        expect('"');
        while (peek() != '"') {
            char letter = text.charAt(at++);
            if (letter < ' ') {
                at--;
                throw malformed();
            }
            if (letter == '\\') {
                escape();
            }
        }
        at++;
    }

    private void escape() throws SQLException {
        char letter = peek();
        boolean unicode = letter == 'u' && at + 5 <= text.length() && isHex(text.substring(at + 1, at + 5));
        if (!unicode && "\"\\/bfnrt".indexOf(letter) < 0) {
            throw malformed();
        }
        at += unicode ? 5 : 1;
    }

    private static boolean isHex(String digits) {
        return digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }

    private void number() throws SQLException {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw malformed();
        }
        at = matcher.end();
    }

    private void word(String word) throws SQLException {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
    }

    private void expect(char wanted) throws SQLException {
        if (peek() != wanted) {
            throw malformed();
        }
        at++;
    }

    private char peek() throws SQLException {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private SQLException malformed() {
        return TsqlError.of(13609, "JSON text is not properly formatted, at position " + at + ".");
    }

    private static String unescaped(String string) {
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < string.length() - 1; i++) {
            char letter = string.charAt(i);
            if (letter != '\\') {
                value.append(letter);
                continue;
            }
            char escaped = string.charAt(++i);
            switch (escaped) {
                case 'b' -> value.append('\b');
                case 'f' -> value.append('\f');
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case 'u' -> {
                    value.append((char) Integer.parseInt(string.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> value.append(escaped);
            }
        }
        return value.toString();
    }
}
