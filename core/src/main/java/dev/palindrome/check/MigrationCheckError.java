package dev.palindrome.check;

import dev.palindrome.check.rule.FindingCode;
import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/** A check has found something. */
public final class MigrationCheckError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private static final String ACCEPTED =
            "\nWhat is meant so is accepted in the head of the undo script, by -- palindrome: allow <code> <reason>.";

    private MigrationCheckError(String message) {
        super(VisibleText.lines(message));
    }

    static MigrationCheckError of(List<Finding> findings) {
        String found = findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
        boolean acceptable = findings.stream()
                .flatMap(finding -> FindingCode.find(finding.code()).stream())
                .anyMatch(FindingCode::isAcceptable);
        return new MigrationCheckError(found + (acceptable ? ACCEPTED : ""));
    }
}
