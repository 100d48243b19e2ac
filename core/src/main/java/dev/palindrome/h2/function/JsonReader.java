package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.util.ArrayList;
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
     * @param first its first token
     * @param start where it begins in the whole text
     * @param scalar without quotes and escapes; null for an object or array, and for JSON's null
     * @param entries of an object or array, where they are asked for
     */
    record Found(
            String text,
            JsonToken first,
            int start,
            @Nullable String scalar,
            List<Entry> entries) {

        boolean isComposed() {
            return first.isStructStart();
        }

        boolean isArray() {
            return first == JsonToken.START_ARRAY;
        }

        int end() {
            return start + text.length();
        }
    }

    /**
     * A member of an object, or an element of an array.
     *
     * @param key its name, or its number from 0
     * @param start where it begins in the whole text, name and all
     * @param value what it is
     */
    record Entry(String key, int start, Found value) {}

    private final String text;
    private final List<JsonPathText.Step> steps;
    private final JsonParser parser;
    private final boolean listed;
    private @Nullable Found found;

    /** @param listed whether the members or elements of what is found are asked for */
    private JsonReader(String text, List<JsonPathText.Step> steps, JsonParser parser, boolean listed) {
        this.text = text;
        this.steps = steps;
        this.parser = parser;
        this.listed = listed;
    }

    /** Whether a text is an object or an array. */
    static boolean isJson(String text) {
        try {
            Found all = read(text, List.of(), false);
            return all != null && all.isComposed();
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
        if (found.isComposed()) {
            return asked.missing(13623, "Scalar value cannot be found in the specified JSON path.");
        }
        if (found.scalar != null && found.scalar.length() > LONGEST_VALUE) {
            return asked.missing(13625, "String value in the specified JSON path would be truncated.");
        }
        return found.scalar;
    }

    /** JSON_VALUE without its limit of length. */
    static @Nullable String scalarAt(String text, String path) throws SQLException {
        JsonPathText asked = JsonPathText.of(path);
        Found found = find(text, asked);
        if (found == null || !found.isComposed()) {
            return found == null ? null : found.scalar();
        }
        return asked.missing(13623, "Scalar value cannot be found in the specified JSON path.");
    }

    /** JSON_QUERY. */
    static @Nullable String query(String text, String path) throws SQLException {
        JsonPathText asked = JsonPathText.of(path);
        Found found = find(text, asked);
        if (found == null) {
            return null;
        }
        return found.isComposed()
                ? found.text
                : asked.missing(13624, "Object or array cannot be found in the specified JSON path.");
    }

    private static @Nullable Found find(String text, JsonPathText path) throws SQLException {
        Found found = read(text, path.steps(), false);
        if (found == null) {
            path.missing(13608, "Property cannot be found on the specified JSON path.");
        }
        return found;
    }

    /**
     * What is at the end of some steps.
     *
     * @param listed whether its members or elements are asked for
     * @return null where nothing is there
     */
    static @Nullable Found read(String text, List<JsonPathText.Step> steps, boolean listed) throws SQLException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(text, steps, parser, listed);
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
            List<Entry> entries = listed ? entries() : List.of();
            if (!listed) {
                parser.skipChildren();
            }
            int end = (int) parser.currentTokenLocation().getCharOffset() + 1;
            return new Found(text.substring(begin, end), first, begin, null, entries);
        }
        return scalar(begin, first);
    }

    private Found scalar(int begin, JsonToken first) {
        String scalar = parser.getString();
        int end = (int) parser.currentLocation().getCharOffset();
        return new Found(
                text.substring(begin, end), first, begin, first == JsonToken.VALUE_NULL ? null : scalar, List.of());
    }

    /** The parser stands where they begin, and goes to where they end. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        while (!parser.nextToken().isStructEnd()) {
            int start = (int) parser.currentTokenLocation().getCharOffset();
            String key = String.valueOf(entries.size());
            if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                key = parser.currentName();
                parser.nextToken();
            }
            int begin = (int) parser.currentTokenLocation().getCharOffset();
            JsonToken first = parser.currentToken();
            if (first.isStructStart()) {
                parser.skipChildren();
                int end = (int) parser.currentTokenLocation().getCharOffset() + 1;
                entries.add(
                        new Entry(key, start, new Found(text.substring(begin, end), first, begin, null, List.of())));
            } else {
                entries.add(new Entry(key, start, scalar(begin, first)));
            }
        }
        return entries;
    }

    private static SQLException malformed(long at) {
        return TsqlError.of(13609, "JSON text is not properly formatted, at position " + at + ".");
    }
}
