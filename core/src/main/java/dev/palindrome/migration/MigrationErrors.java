package dev.palindrome.migration;

import dev.palindrome.tsql.NeedsSqlServerException;
import org.flywaydb.core.api.FlywayException;

/** Says what went wrong in words that name script, line, statement and cause. */
final class MigrationErrors {

    private final MigrationCatalog catalog;
    private final ScriptTexts texts;
    private final boolean rollsBack;

    /** @param rollsBack whether the engine takes back what a failed script did */
    MigrationErrors(MigrationCatalog catalog, ScriptTexts texts, boolean rollsBack) {
        this.catalog = catalog;
        this.texts = texts;
        this.rollsBack = rollsBack;
    }

    /** @param script the one that ran; a callback's may be to blame instead */
    MigrationException failed(String what, String script, FlywayException e) {
        MigrationFailure failure = new MigrationFailure(e);
        String blamed = failure.script().orElse(script);
        int line = failure.line();
        return new MigrationException(
                what + " failed" + place(blamed, line) + ": " + failure.reason() + statement(blamed, line)
                        + aftermath(),
                blamed,
                line,
                e);
    }

    static MigrationException refused(String what, FlywayException e) {
        return new MigrationException(what + " was refused by Flyway: " + new MigrationFailure(e).reason(), e);
    }

    static MigrationException refused(NeedsSqlServerException e) {
        return new MigrationException(e.getMessage(), e.script(), e.line(), e);
    }

    private static String place(String script, int line) {
        return line > 0 ? " (" + script + ", line " + line + ")" : "";
    }

    private String statement(String script, int line) {
        return catalog.file(script)
                .filter(file -> line > 0)
                .flatMap(file -> texts.statementAt(file, line))
                .map(text -> "\nStatement: " + text.indent(2).strip())
                .orElse("");
    }

    private String aftermath() {
        return rollsBack
                ? ""
                : "\nThe embedded engine cannot roll DDL back: what the script did before this line is still there.";
    }
}
