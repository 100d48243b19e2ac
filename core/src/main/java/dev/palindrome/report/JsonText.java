package dev.palindrome.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON (RFC 8259) from maps, lists, strings, whole numbers and booleans. A library would be a dependency for every
 * user: Flyway and Testcontainers bring Jackson of different major versions, so that relying on either is no way out.
 */
final class JsonText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** An object, its members in the map's order, each on a line. */
    static String of(Map<String, ?> object) {
        JsonText json = new JsonText();
        json.value(object, "\n");
        return json.text.append('\n').toString();
    }

    private void value(Object value, String line) {
        if (value instanceof Map<?, ?> object) {
            object(object, line);
        } else if (value instanceof List<?> array) {
            array(array, line);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String string) {
            string(string);
        } else {
            throw new IllegalArgumentException("Not known to JSON: " + value.getClass());
        }
    }

    private void object(Map<?, ?> object, String line) {
        text.append('{');
        String inner = line + INDENT;
        Iterator<? extends Map.Entry<?, ?>> members = object.entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<?, ?> member = members.next();
            text.append(inner);
            string(String.valueOf(member.getKey()));
            text.append(": ");
            value(member.getValue(), inner);
            text.append(members.hasNext() ? "," : line);
        }
        text.append('}');
    }

    private void array(List<?> array, String line) {
        text.append('[');
        String inner = line + INDENT;
        Iterator<?> elements = array.iterator();
        while (elements.hasNext()) {
            text.append(inner);
            value(elements.next(), inner);
            text.append(elements.hasNext() ? "," : line);
        }
        text.append(']');
    }

    private void string(String string) {
        text.append('"');
        string.codePoints().forEach(this::character);
        text.append('"');
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (mustBeEscaped(codePoint)) {
                    text.append("\\u%04x".formatted(codePoint));
                } else {
                    text.appendCodePoint(codePoint);
                }
            }
        }
    }

    /** Half a surrogate pair has no UTF-8, and the two line separators end a line in JavaScript. */
    private static boolean mustBeEscaped(int codePoint) {
        return codePoint < 0x20
                || codePoint == 0x2028
                || codePoint == 0x2029
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
