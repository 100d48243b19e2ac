package dev.palindrome.roundtrip;

import java.util.stream.Collectors;

/**
 * An undo script that Palindrome has written and tried: a beginning, for a person to read before it is used.
 *
 * @param sql T-SQL that takes the schema back to what it was before the migration
 * @param outcome what came of trying it: {@code tried: restores the schema}, with what it does not bring back, or what it
 *     leaves
 * @param restoresSchema whether the schema is as it was before the migration where it has run, or was so already; true also
 *     where the order of columns is another, or rows are lost
 */
public record UndoDraft(String sql, String outcome, boolean restoresSchema) {

    /**
     * The outcome without what the draft leaves.
     *
     * @return one line, such as {@code tried: leaves differences}
     */
    public String result() {
        return outcome.lines().findFirst().orElse("");
    }

    /**
     * What the draft leaves, as the outcome says it.
     *
     * @return a line for each difference; empty where it restores the schema or fails
     */
    public String left() {
        return outcome.lines().skip(1).collect(Collectors.joining("\n"));
    }
}
