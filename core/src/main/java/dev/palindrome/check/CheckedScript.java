package dev.palindrome.check;

import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.Optional;

/**
 * A migration with its undo script, or another file among them, and what was found in it.
 *
 * @param name for messages and reports, such as {@code V3 add comments [U3__comments.sql]}
 * @param script its path below its location
 * @param findings by line, those in the undo script last
 * @param skipped why it was not looked at; mostly empty
 */
public record CheckedScript(String name, String script, List<Finding> findings, Optional<String> skipped) {

    /**
     * Copies the findings.
     *
     * @param name for messages and reports
     * @param script its path below its location
     * @param findings what was found
     * @param skipped why it was not looked at; mostly empty
     */
    public CheckedScript {
        name = VisibleText.line(name);
        findings = List.copyOf(findings);
    }

    /**
     * Fails if anything was found.
     *
     * @throws MigrationCheckError with all findings
     */
    public void assertClean() {
        if (!findings.isEmpty()) {
            throw MigrationCheckError.of(findings);
        }
    }
}
