package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.TsqlError;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON text as SQL Server's functions do: values are pieces of the text, and of two members with one name the first
 * counts. The text is read to its end, whatever is looked for.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/json-functions-transact-sql">JSON functions</a>
 */
final class JsonReader {

    private static final int LONGEST_VALUE = 4000;

    /** More than people nest. */
    private static final int DEEPEST = 128;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * What a path leads to.
     *
     * @param text as it is written
     * @param scalar without quotes and escapes; null for an object or array, and for JSON's null
     */
    private record Found(
            String text, boolean isComposed, @Nullable String scalar) {}

    private final String text;
    private final List<JsonPathText.Step> steps;
    private final JsonParser parser;
    private @Nullable Found found;

    private JsonReader(String text, List<JsonPathText.Step> steps, JsonParser parser) {
        this.text = text;
        this.steps = steps;
        this.parser = parser;
    }

    /** Whether a text is an object or an array. */
    static boolean isJson(String text) {
        try {
            Found all = read(text, List.of());
            return all != null && all.isComposed;
        } catch (SQLException e) {
            return false;
        }
    }

    /** JSON_VALUE. */
    static @Nullable String value(String text, String path) throws SQLException {
        JsonPathText asked = JsonPathText.of(path);
        Found found = find(text, asked);
        if (found == null) {
            return null;
        }
        if (found.isComposed) {
            return asked.missing(13623, "Scalar value cannot be found in the specified JSON path.");
        }
        if (found.scalar != null && found.scalar.length() > LONGEST_VALUE) {
            return asked.missing(13625, "String value in the specified JSON path would be truncated.");
        }
        return found.scalar;
    }

    /** JSON_QUERY. */
    static @Nullable String query(String text, String path) throws SQLException {
        JsonPathText asked = JsonPathText.of(path);
        Found found = find(text, asked);
        if (found == null) {
            return null;
        }
        return found.isComposed
                ? found.text
                : asked.missing(13624, "Object or array cannot be found in the specified JSON path.");
    }

    private static @Nullable Found find(String text, JsonPathText path) throws SQLException {
        Found found = read(text, path.steps());
        if (found == null) {
            path.missing(13608, "Property cannot be found on the specified JSON path.");
        }
        return found;
    }

    private static @Nullable Found read(String text, List<JsonPathText.Step> steps) throws SQLException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(text, steps, parser);
            if (parser.nextToken() == null) {
                throw malformed(text.length());
            }
            reader.value(0);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation().getCharOffset());
            }
            return reader.found;
        } catch (JacksonException e) {
            // Its message quotes the text.
            throw malformed(e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
        }
    }

    /** The parser stands on its first token, and goes to its last. */
    private void value(int step) {
        if (step == steps.size()) {
            found = piece();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            members(step, steps.get(step));
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            elements(step, steps.get(step));
        }
    }

    private void members(int step, JsonPathText.Step wanted) {
        boolean isThere = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isIt = !isThere && wanted.isMember(parser.currentName());
            isThere |= isIt;
            parser.nextToken();
            enter(isIt, step);
        }
    }

    private void elements(int step, JsonPathText.Step wanted) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            enter(wanted.isElement(i), step);
        }
    }

    private void enter(boolean isIt, int step) {
        if (isIt) {
            value(step + 1);
        } else {
            parser.skipChildren();
        }
    }

    private Found piece() {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken first = parser.currentToken();
        if (first.isStructStart()) {
            parser.skipChildren();
            return new Found(
                    text.substring(begin, (int) parser.currentTokenLocation().getCharOffset() + 1), true, null);
        }
        String scalar = parser.getString();
        int end = (int) parser.currentLocation().getCharOffset();
        return new Found(text.substring(begin, end), false, first == JsonToken.VALUE_NULL ? null : scalar);
    }

    private static SQLException malformed(long at) {
        return TsqlError.of(13609, "JSON text is not properly formatted, at position " + at + ".");
    }
}
