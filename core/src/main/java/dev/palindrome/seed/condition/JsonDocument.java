package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.Value;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON by the paths that T-SQL asks it for (Microsoft: json-path-expressions-sql-server). */
public final class JsonDocument {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonDocument() {}

    /** What JSON_VALUE gives of a text: NULL where there is no value; unknown where the text is no JSON. */
    static Value value(String text, String path) {
        List<String> keys = keys(path);
        if (keys.isEmpty() || !JsonTexts.isJson(text)) {
            return Value.UNKNOWN;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Value.NULL;
            }
            for (int i = 0; i < keys.size(); i++) {
                Optional<JsonToken> found = find(parser, keys.get(i));
                boolean isLast = i + 1 == keys.size();
                if (found.isEmpty() || !isLast && found.get() != JsonToken.START_OBJECT) {
                    return Value.NULL;
                }
                if (isLast) {
                    return found.get().isScalarValue() && found.get() != JsonToken.VALUE_NULL
                            ? Value.of(parser.getString())
                            : Value.NULL;
                }
            }
            return Value.NULL;
        } catch (JacksonException e) {
            return Value.UNKNOWN;
        }
    }

    /** Goes to the value of a key of the object that has just begun. */
    private static Optional<JsonToken> find(JsonParser parser, String key) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isSought = key.equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (isSought) {
                return Optional.of(value);
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }

    /** A document with a value at a path; empty where that is no path of keys. */
    static Optional<String> with(String path, String value) {
        List<String> keys = keys(path);
        return keys.isEmpty() ? Optional.empty() : Optional.of(text(Map.of(keys, value)));
    }

    /** A document with a value at each of some paths. */
    public static String text(Map<List<String>, String> values) {
        Map<String, Object> document = new LinkedHashMap<>();
        values.forEach((keys, value) -> put(document, keys, value));
        return written(document);
    }

    /** Of {@code lax $.a."b c"[0]}; none where it is no such path. Places in arrays are left out: these are not made. */
    public static List<String> keys(String path) {
        String plain = path.replaceFirst("^(lax|strict|append) ", "");
        if (!plain.startsWith("$.") || plain.contains("[") || plain.contains("*")) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        for (String key : plain.substring(2).split("\\.")) {
            keys.add(key.replace("\"", ""));
        }
        return keys.contains("") ? List.of() : keys;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> document, List<String> keys, String value) {
        Map<String, Object> in = document;
        for (String key : keys.subList(0, keys.size() - 1)) {
            Object inner = in.get(key);
            if (!(inner instanceof Map)) {
                inner = new LinkedHashMap<String, Object>();
                in.put(key, inner);
            }
            in = (Map<String, Object>) inner;
        }
        in.putIfAbsent(keys.get(keys.size() - 1), value);
    }

    private static String written(Map<String, Object> document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(document, generator);
        }
        return text.toString();
    }

    private static void write(Map<?, ?> document, JsonGenerator generator) {
        generator.writeStartObject();
        document.forEach((key, value) -> {
            generator.writeName(String.valueOf(key));
            if (value instanceof Map<?, ?> inner) {
                write(inner, generator);
            } else {
                generator.writeString(String.valueOf(value));
            }
        });
        generator.writeEndObject();
    }
}
