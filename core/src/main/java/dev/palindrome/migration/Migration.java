package dev.palindrome.migration;

import dev.palindrome.text.VisibleText;

/**
 * One migration that can go up.
 *
 * @param version the version as in the file's name, underscores read as dots, leading zeros kept ({@code 3},
 *     {@code 1.1}, {@code 007}), or {@code R} for a repeatable migration
 * @param description the description as in the file's name, underscores read as blanks
 * @param script the file's path below its location, or the class's name for a Java migration
 */
public record Migration(String version, String description, String script) {

    /** What stands for the version of a repeatable migration. */
    public static final String REPEATABLE = "R";

    /**
     * Whether this migration runs again whenever its script changes.
     *
     * @return true for a repeatable migration
     */
    public boolean isRepeatable() {
        return version.equals(REPEATABLE);
    }

    /**
     * The migration in a few words, such as {@code V3 add comments [V3__add_comments.sql]}.
     *
     * @return text for messages and reports
     */
    @Override
    public String toString() {
        return VisibleText.line(label() + " " + description + " [" + script + "]");
    }

    /** {@code V3}, {@code B3} or {@code R}. A baseline script is known by its name: V3 and B3 may lie side by side. */
    private String label() {
        if (isRepeatable()) {
            return REPEATABLE;
        }
        String filename = script.substring(script.lastIndexOf('/') + 1).replace('_', '.');
        return (filename.startsWith("B" + version) ? "B" : "V") + version;
    }
}
