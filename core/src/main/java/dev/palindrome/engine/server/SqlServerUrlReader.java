package dev.palindrome.engine.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a SQL Server URL apart, from behind the two slashes on. */
final class SqlServerUrlReader {

    private final String text;
    private int position;
    private boolean isWhole = true;

    SqlServerUrlReader(String text) {
        this.text = text;
    }

    String server() {
        int end = text.indexOf(';');
        position = end < 0 ? text.length() : end;
        return text.substring(0, position).strip();
    }

    /** The properties behind the server, which has to be read first. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        while (position < text.length()) {
            position++;
            String name = name();
            if (!name.isEmpty()) {
                isWhole &= position < text.length() && text.charAt(position) == '=';
                properties.put(name, value());
            }
        }
        return properties;
    }

    /** Whether each property that was read has an equals sign. */
    boolean isWhole() {
        return isWhole;
    }

    private String name() {
        int start = position;
        while (position < text.length() && text.charAt(position) != '=' && text.charAt(position) != ';') {
            position++;
        }
        return text.substring(start, position).strip();
    }

    private String value() {
        if (position >= text.length() || text.charAt(position) == ';') {
            return "";
        }
        position++;
        return position < text.length() && text.charAt(position) == '{' ? valueInBraces() : plainValue();
    }

    private String plainValue() {
        int end = text.indexOf(';', position);
        int start = position;
        position = end < 0 ? text.length() : end;
        return text.substring(start, position).strip();
    }

    private String valueInBraces() {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length()) {
            char character = text.charAt(position++);
            if (character == '}') {
                if (position >= text.length() || text.charAt(position) != '}') {
                    break;
                }
                position++;
            }
            value.append(character);
        }
        plainValue();
        return value.toString();
    }
}
