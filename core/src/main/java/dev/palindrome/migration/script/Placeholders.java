package dev.palindrome.migration.script;

import dev.palindrome.migration.MigrationException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Fills Flyway's placeholders in, by Flyway's rules: names in any case, an unknown one is an error. The
 * embedded engine needs it, whose scripts are rewritten before Flyway sees them; elsewhere Flyway does it itself.
 */
public final class Placeholders {

    /** What a versioned script finds in {@code flyway:timestamp}: always the same, for it goes into the checksum. */
    private static final String BEGINNING = LocalDateTime.now().toString();

    private final String prefix;
    private final String suffix;
    private final String filename;
    private final String timestamp;
    private final String repeatable;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param flyway prefix, suffix and the team's own placeholders
     * @param builtIn Flyway's own placeholders by name, without {@code flyway:}
     */
    public Placeholders(Configuration flyway, Map<String, String> builtIn) {
        this.prefix = flyway.getPlaceholderPrefix();
        this.suffix = flyway.getPlaceholderSuffix();
        String own = "flyway" + flyway.getPlaceholderSeparator();
        this.filename = own + "filename";
        this.timestamp = own + "timestamp";
        this.repeatable = flyway.getRepeatableSqlMigrationPrefix() + flyway.getSqlMigrationSeparator();
        values.putAll(flyway.getPlaceholders());
        builtIn.forEach((name, value) -> values.put(own + name, value));
    }

    String fill(ScriptFile script, String text) {
        StringBuilder filled = new StringBuilder(text.length());
        int done = 0;
        for (int start = text.indexOf(prefix); start >= 0; start = text.indexOf(prefix, done)) {
            int end = text.indexOf(suffix, start + prefix.length());
            if (end < 0) {
                break;
            }
            filled.append(text, done, start).append(value(script, text.substring(start + prefix.length(), end)));
            done = end + suffix.length();
        }
        return filled.append(text, done, text.length()).toString();
    }

    private String value(ScriptFile script, String name) {
        if (name.equalsIgnoreCase(filename)) {
            return script.filename();
        }
        if (name.equalsIgnoreCase(timestamp) && !script.filename().startsWith(repeatable)) {
            return BEGINNING;
        }
        String value = values.get(name);
        if (value == null) {
            throw new MigrationException("Script " + script.relativePath() + " uses the placeholder " + prefix + name
                    + suffix + ", which has no value. Give it one with the Flyway setting placeholders." + name + ".");
        }
        return value;
    }
}
