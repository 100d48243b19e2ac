package dev.palindrome.migration.script;

import java.util.Map;
import java.util.TreeMap;

/**
 * Fills placeholders in for whoever only reads a script: those without a value by their own names, which are names to T-SQL as
 * well, and none with more than one line, so that lines stay where they are.
 */
public final class PlaceholderNames {

    private final String prefix;
    private final String suffix;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public PlaceholderNames(String prefix, String suffix, Map<String, String> values) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.values.putAll(values);
    }

    public String fill(String text) {
        int start = text.indexOf(prefix);
        if (start < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length());
        int done = 0;
        while (start >= 0) {
            int end = text.indexOf(suffix, start + prefix.length());
            if (end < 0) {
                break;
            }
            filled.append(text, done, start).append(value(text.substring(start + prefix.length(), end)));
            done = end + suffix.length();
            start = text.indexOf(prefix, done);
        }
        return filled.append(text, done, text.length()).toString();
    }

    private String value(String name) {
        String value = values.get(name);
        if (value != null) {
            return value.replaceAll("\\R", " ");
        }
        return name.contains("\n") ? name : name.replaceAll("\\W", "_");
    }
}
