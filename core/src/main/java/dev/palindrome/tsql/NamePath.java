package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;

/**
 * A name of several parts as T-SQL's PARSENAME takes it: what stands between two points may be anything, in brackets or quotes
 * a point as well.
 */
public final class NamePath {

    private static final int MOST_PARTS = 4;

    private NamePath() {}

    /**
     * Takes a name apart.
     *
     * @param name such as {@code dbo.[my.table].a column}
     * @return without brackets; the schema {@code dbo} as it is called, what is left out is empty; no parts if it is no name
     */
    public static List<String> parse(String name) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= name.length()) {
            int end = end(name, at);
            parts.add(part(name.substring(at, end).strip()));
            at = end + 1;
        }
        boolean wrong = parts.size() > MOST_PARTS || parts.get(parts.size() - 1).isEmpty();
        if (wrong) {
            return List.of();
        }
        parts.replaceAll(part -> part.equalsIgnoreCase("dbo") ? "dbo" : part);
        return parts;
    }

    private static int end(String name, int start) {
        int at = start;
        while (at < name.length() && name.charAt(at) == ' ') {
            at++;
        }
        char open = at < name.length() ? name.charAt(at) : '.';
        if (open == '[' || open == '"') {
            at = endOfQuoted(name, at, open == '[' ? ']' : '"');
        }
        int point = name.indexOf('.', at);
        return point < 0 ? name.length() : point;
    }

    private static int endOfQuoted(String name, int start, char close) {
        int at = name.indexOf(close, start + 1) + 1;
        while (at > 0 && at < name.length() && name.charAt(at) == close) {
            at = name.indexOf(close, at + 1) + 1;
        }
        return at == 0 ? name.length() : at;
    }

    private static String part(String text) {
        boolean brackets = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
        boolean quotes = text.startsWith("\"") && text.endsWith("\"") && text.length() > 1;
        if (!brackets && !quotes) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return brackets ? inner.replace("]]", "]") : inner.replace("\"\"", "\"");
    }
}
