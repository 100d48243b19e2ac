package dev.palindrome.production.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Replaces values in a document; all else stays as it is written, letter by letter. A text in it that is an object or array
 * itself is gone into as if it stood there.
 *
 * @param <S> what the visitor knows of where a value stands
 */
public final class JsonRewriting<S> {

    /** Deeper than anybody writes, texts that are documents included; the stack of Java goes further down. */
    private static final int DEEPEST = 1000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String text;
    private final JsonVisitor<S> visitor;
    private final boolean isAscii;
    private final JsonParser parser;
    private final int depth;
    private final StringBuilder out = new StringBuilder();
    private int copied;
    private boolean isBroken;

    private JsonRewriting(String text, JsonVisitor<S> visitor, boolean isAscii, JsonParser parser, int depth) {
        this.depth = depth;
        this.text = text;
        this.visitor = visitor;
        this.isAscii = isAscii;
        this.parser = parser;
    }

    /**
     * Goes through a document.
     *
     * @param text any
     * @param root what the visitor knows of the document
     * @param visitor is asked about each value
     * @param isAscii whether other letters are escaped where a text in the document is written anew
     * @return the document with what replaces values; missing where the text is no JSON (RFC 8259; a byte order mark may be
     *     before it), is deeper than 1,000 levels, or has such a text where the visitor goes into it
     */
    public static <S> Optional<String> of(String text, S root, JsonVisitor<S> visitor, boolean isAscii) {
        return text.startsWith(BYTE_ORDER_MARK)
                ? of(text.substring(1), root, visitor, isAscii, 0).map(BYTE_ORDER_MARK::concat)
                : of(text, root, visitor, isAscii, 0);
    }

    private static <S> Optional<String> of(String text, S root, JsonVisitor<S> visitor, boolean isAscii, int depth) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonRewriting<S> rewriting = new JsonRewriting<>(text, visitor, isAscii, parser, depth);
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            rewriting.value(root);
            return parser.nextToken() == null && !rewriting.isBroken
                    ? Optional.of(rewriting.whole())
                    : Optional.empty();
        } catch (JacksonException e) {
            // Its message quotes the text.
            return Optional.empty();
        }
    }

    /** Whether a text begins as an object or an array does, if it is one or not: a look that costs next to nothing. */
    public static boolean mayBeDocument(String text) {
        int begin = 0;
        while (begin < text.length() && isBlank(text.charAt(begin))) {
            begin++;
        }
        return begin < text.length() && (text.charAt(begin) == '{' || text.charAt(begin) == '[');
    }

    /** More than JSON lets stand there: what is behind it was meant to be JSON. */
    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.isISOControl(letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    /** What a text is that is no object or array, but a value and nothing else; missing where it is none. */
    public static Optional<JsonValue.Kind> kind(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (token == null || token.isStructStart() || parser.nextToken() != null) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (token) {
                        case VALUE_STRING -> JsonValue.Kind.STRING;
                        case VALUE_TRUE -> JsonValue.Kind.TRUE;
                        case VALUE_FALSE -> JsonValue.Kind.FALSE;
                        case VALUE_NULL -> JsonValue.Kind.NULL;
                        default -> JsonValue.Kind.NUMBER;
                    });
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private String whole() {
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /** The parser stands on its first token. */
    private void value(S place) {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        switch (parser.currentToken()) {
            case START_OBJECT -> container(place, new JsonValue(JsonValue.Kind.OBJECT, ""), begin);
            case START_ARRAY -> container(place, new JsonValue(JsonValue.Kind.ARRAY, ""), begin);
            case VALUE_STRING -> string(place, parser.getString(), begin);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String digits = parser.getString();
                replace(begin, begin + digits.length(), place, new JsonValue(JsonValue.Kind.NUMBER, digits));
            }
            case VALUE_TRUE -> replace(begin, begin + 4, place, new JsonValue(JsonValue.Kind.TRUE, ""));
            case VALUE_FALSE -> replace(begin, begin + 5, place, new JsonValue(JsonValue.Kind.FALSE, ""));
            default -> replace(begin, begin + 4, place, new JsonValue(JsonValue.Kind.NULL, ""));
        }
    }

    private boolean replace(int begin, int end, S place, JsonValue value) {
        String replacement = visitor.replacement(place, value);
        if (replacement != null) {
            write(begin, end, replacement);
        }
        return replacement != null;
    }

    private void write(int begin, int end, String replacement) {
        out.append(text, copied, begin).append(replacement);
        copied = end;
    }

    private void string(S place, String string, int begin) {
        int end = JsonStrings.end(text, begin);
        boolean isReplaced = replace(begin, end, place, new JsonValue(JsonValue.Kind.STRING, string));
        if (!isReplaced && visitor.goesInto(place) && mayBeDocument(string)) {
            boolean isMarked = string.startsWith(BYTE_ORDER_MARK);
            int above = depth + parser.streamReadContext().getNestingDepth();
            Optional<String> inside = of(
                            isMarked ? string.substring(1) : string, visitor.inside(place), visitor, isAscii, above)
                    .map(known -> isMarked ? BYTE_ORDER_MARK + known : known);
            isBroken |= inside.isEmpty();
            inside.filter(known -> !known.equals(string))
                    .ifPresent(known -> write(begin, end, JsonStrings.quoted(known, isAscii)));
        }
    }

    private void container(S place, JsonValue value, int begin) {
        if (depth + parser.streamReadContext().getNestingDepth() > DEEPEST) {
            isBroken = true;
            parser.skipChildren();
            return;
        }
        String replacement = visitor.replacement(place, value);
        if (replacement != null) {
            parser.skipChildren();
            write(begin, (int) parser.currentTokenLocation().getCharOffset() + 1, replacement);
        } else if (value.kind() == JsonValue.Kind.OBJECT) {
            members(place);
        } else {
            elements(place);
        }
    }

    private void members(S place) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            S member = visitor.member(place, parser.currentName());
            parser.nextToken();
            value(member);
        }
    }

    private void elements(S place) {
        int index = 0;
        for (@Nullable JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            value(visitor.element(place, index++));
        }
    }
}
