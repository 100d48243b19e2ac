package dev.palindrome.roundtrip;

/**
 * An undo script that Palindrome has written and tried: a beginning, for a person to read before it is used.
 *
 * @param sql T-SQL that takes the schema back to what it was before the migration
 * @param outcome what came of trying it: {@code tried: restores the schema}, with what it does not bring back, or what it
 *     leaves
 */
public record UndoDraft(String sql, String outcome) {

    /** How the outcome of one begins that leads back to the schema. */
    public static final String RESTORES_SCHEMA = "tried: restores the schema";

    /**
     * Whether it has led back to the schema from before the migration.
     *
     * @return true also where the order of columns is another, or rows are lost
     */
    public boolean restoresSchema() {
        return outcome.startsWith(RESTORES_SCHEMA);
    }
}
