package dev.palindrome.h2.function;

import dev.palindrome.h2.function.JsonReader.Entry;
import dev.palindrome.h2.function.JsonReader.Found;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.util.List;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * JSON_MODIFY: the text stays as it is but for the one value.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/json-modify-transact-sql">JSON_MODIFY</a>
 */
final class JsonChange {

    private static final String NULL = "null";

    private final String text;
    private final JsonPathText path;
    private final @Nullable String value;

    private JsonChange(String text, JsonPathText path, @Nullable String value) {
        this.text = text;
        this.path = path;
        this.value = value;
    }

    /** @param isJson whether the value is a piece of JSON, and not a text to be quoted */
    static String modify(String text, String path, Value value, boolean isJson) throws SQLException {
        JsonChange change = new JsonChange(text, JsonPathText.ofChange(path), written(value, isJson));
        boolean appends = JsonPathText.appends(path);
        if (change.path.steps().isEmpty() && !appends) {
            throw TsqlError.of(13619, "Unsupported JSON path found in argument 2 of JSON_MODIFY.");
        }
        return appends ? change.appended() : change.set();
    }

    private static @Nullable String written(Value value, boolean isJson) throws SQLException {
        if (value.getValueType() == Value.NULL) {
            return null;
        }
        if (isJson) {
            return TextFunctions.text(value);
        }
        return switch (value.getValueType()) {
            case Value.BOOLEAN -> value.getBoolean() ? "true" : "false";
            case Value.TINYINT, Value.SMALLINT, Value.INTEGER, Value.BIGINT -> TextFunctions.text(value);
            case Value.NUMERIC -> value.getBigDecimal().toPlainString();
            case Value.CHAR, Value.VARCHAR, Value.VARCHAR_IGNORECASE, Value.CLOB ->
                '"' + JsonText.escaped(TextFunctions.text(value)) + '"';
            case Value.DOUBLE, Value.REAL ->
                throw TsqlError.needsSqlServer("JSON_MODIFY with a value of type FLOAT or REAL.");
            default ->
                throw TsqlError.of(8116, "Argument data type is invalid for argument 3 of json_modify function.");
        };
    }

    private String set() throws SQLException {
        List<JsonPathText.Step> steps = path.steps();
        Found found = JsonReader.read(text, steps, false);
        Found parent = JsonReader.read(text, steps.subList(0, steps.size() - 1), true);
        if (found == null) {
            path.missing(13608, "Property cannot be found on the specified JSON path.");
            return value == null ? text : inserted(parent, value);
        }
        if (value == null && !path.strict() && parent != null && !parent.isArray()) {
            return without(parent.entries(), found);
        }
        return replaced(found.start(), found.end(), value == null ? NULL : value);
    }

    /** A member that is not there comes last; what has no place is left out. */
    private String inserted(@Nullable Found parent, String added) throws SQLException {
        String name = path.steps().get(path.steps().size() - 1).member();
        if (parent == null || !parent.isComposed() || parent.isArray() != (name == null)) {
            return text;
        }
        if (name == null) {
            throw TsqlError.needsSqlServer("JSON_MODIFY of an element behind the last one.");
        }
        return behindLast(parent, '"' + JsonText.escaped(name) + "\":" + added);
    }

    private String behindLast(Found parent, String added) {
        if (parent.entries().isEmpty()) {
            return replaced(parent.end() - 1, parent.end() - 1, added);
        }
        int end = parent.entries().get(parent.entries().size() - 1).value().end();
        return replaced(end, end, "," + added);
    }

    private String without(List<Entry> members, Found gone) {
        int number = 0;
        while (members.get(number).value().start() != gone.start()) {
            number++;
        }
        Entry member = members.get(number);
        if (number + 1 < members.size()) {
            return replaced(member.start(), members.get(number + 1).start(), "");
        }
        int start = number > 0 ? members.get(number - 1).value().end() : member.start();
        return replaced(start, member.value().end(), "");
    }

    private String appended() throws SQLException {
        Found found = JsonReader.read(text, path.steps(), true);
        String added = value == null ? NULL : value;
        if (found != null && found.isArray()) {
            return behindLast(found, added);
        }
        if (found != null) {
            throw TsqlError.needsSqlServer("JSON_MODIFY that appends to what is no array.");
        }
        path.missing(13608, "Property cannot be found on the specified JSON path.");
        List<JsonPathText.Step> steps = path.steps();
        return inserted(JsonReader.read(text, steps.subList(0, steps.size() - 1), true), "[" + added + "]");
    }

    private String replaced(int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }
}
