package dev.palindrome.production.json;

import java.util.ArrayList;
import java.util.List;

/** Reads a path that stands in a text. It ends at a blank, an equals sign, or the text's end. */
public final class JsonPathReader {

    private static final int MOST_DIGITS = 9;

    private final String text;
    private int at;

    /**
     * Begins.
     *
     * @param text that holds it
     * @param begin where the dollar sign is
     */
    public JsonPathReader(String text, int begin) {
        this.text = text;
        this.at = begin;
    }

    /** Where it ends: behind its last character. */
    public int end() {
        return at;
    }

    /**
     * Reads it.
     *
     * @throws JsonPathException if it is none
     */
    public JsonPath read() throws JsonPathException {
        if (!isAt('$')) {
            throw wrong("a path begins with $.");
        }
        at++;
        List<JsonStep> steps = new ArrayList<>();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '=') {
            if (steps.size() == JsonPath.MOST_STEPS) {
                throw wrong("a path has at most %d steps.".formatted(JsonPath.MOST_STEPS));
            }
            steps.add(step());
        }
        return new JsonPath(steps);
    }

    private JsonStep step() throws JsonPathException {
        if (isAt('[')) {
            at++;
            return inBrackets();
        }
        if (!isAt('.')) {
            throw wrong(
                    "a step of a path begins with a dot or a bracket: $.name, $.\"odd name\", $.items[0], $.items[*].");
        }
        at++;
        boolean isDeep = isAt('.');
        at += isDeep ? 1 : 0;
        JsonStep step = member();
        return isDeep ? step.deep() : step;
    }

    private JsonStep member() throws JsonPathException {
        if (isAt('*')) {
            at++;
            return JsonStep.anyName();
        }
        if (isAt('"')) {
            return JsonStep.name(quoted());
        }
        int begin = at;
        while (at < text.length() && JsonStep.isPlain(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw wrong(
                    "the name of a member is missing. A name with other signs than letters, digits, _ and - stands in"
                            + " double quotes: $.\"odd name\".");
        }
        return JsonStep.name(text.substring(begin, at));
    }

    /** With the escapes of JSON. */
    private String quoted() throws JsonPathException {
        int begin = at;
        int end = JsonStrings.end(text, begin);
        if (end < 0) {
            throw wrong("a \" is missing that closes the name of a member.");
        }
        at = end;
        return JsonStrings.unescaped(text.substring(begin + 1, end - 1));
    }

    private JsonStep inBrackets() throws JsonPathException {
        if (isAt('*')) {
            at++;
            close();
            return JsonStep.anyIndex();
        }
        int begin = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - begin < MOST_DIGITS) {
            at++;
        }
        if (at == begin) {
            throw wrong("in brackets stands the number of an element, from 0, or * for all. The name of a member stands"
                    + " behind a dot: $.\"odd name\".");
        }
        int index = Integer.parseInt(text.substring(begin, at));
        close();
        return JsonStep.index(index);
    }

    private void close() throws JsonPathException {
        if (!isAt(']')) {
            throw wrong("a ] is missing behind the number of an element, or *. Ranges and lists are not known here.");
        }
        at++;
    }

    private boolean isAt(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private JsonPathException wrong(String message) {
        return new JsonPathException(at, message);
    }
}
