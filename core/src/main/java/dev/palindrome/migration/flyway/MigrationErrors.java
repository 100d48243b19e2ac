package dev.palindrome.migration.flyway;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.catalog.MigrationCatalog;
import dev.palindrome.migration.script.ScriptTexts;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Says what went wrong in words that name script, line, statement and cause. */
final class MigrationErrors {

    /** Compared by name: the constant moved to another class, and its type became an interface, between Flyway 10 and 12. */
    private static final String NO_HISTORY = "NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE";

    private static final String NOT_BEGUN = "\nNothing of the script has run.";

    private final MigrationCatalog catalog;
    private final ScriptTexts texts;
    private final boolean rollsBack;
    private final boolean isConfidential;
    private final Function<SQLException, Optional<String>> near;

    /**
     * @param rollsBack whether the engine takes back what a failed script did
     * @param isConfidential whether values of rows are not to be quoted
     * @param near what is probably meant by a name that there is not
     */
    MigrationErrors(
            MigrationCatalog catalog,
            ScriptTexts texts,
            boolean rollsBack,
            boolean isConfidential,
            Function<SQLException, Optional<String>> near) {
        this.catalog = catalog;
        this.texts = texts;
        this.rollsBack = rollsBack;
        this.isConfidential = isConfidential;
        this.near = near;
    }

    /**
     * While a migration or an undo ran.
     *
     * @param script the one that ran; a callback's may be to blame instead
     * @param inTransaction whether it ran in one
     */
    MigrationException failed(String what, String script, boolean inTransaction, FlywayException e) {
        boolean begun = FailedLine.in(e).filter(FailedLine::isBeforehand).isEmpty();
        return failed(what, script, begun ? aftermath(inTransaction) : NOT_BEGUN, e);
    }

    /** Before, between or after migrations, where only callbacks run. */
    MigrationException failed(String what, FlywayException e) {
        return new MigrationFailure(e)
                .script()
                .map(callback -> failed(what, callback, aftermath(true), e))
                .orElseGet(() -> refused(what, e));
    }

    /** @param aftermath lines about what is left behind, each with a line break before it */
    MigrationException failed(String what, String script, String aftermath, FlywayException e) {
        MigrationFailure failure = new MigrationFailure(e);
        String blamed = failure.script().orElse(script);
        int line = catalog.file(blamed)
                .map(file -> failure.line(texts.original(file)))
                .orElse(0);
        Optional<SQLException> bare = isConfidential ? failure.withoutValue() : Optional.empty();
        return new MigrationException(
                what + " failed" + place(blamed, line) + ": "
                        + bare.map(SQLException::getMessage).orElseGet(() -> failure.reason(near))
                        + statement(blamed, line)
                        + aftermath,
                blamed,
                line,
                source(blamed),
                bare.<Exception>map(error -> error).orElseGet(failure::cause));
    }

    static MigrationException refused(String what, FlywayException e) {
        String reason = new MigrationFailure(e).reason();
        // Flyway says to call its own baseline().
        String next = String.valueOf(e.getErrorCode()).equals(NO_HISTORY) ? " Here that is stamp(\"<version>\")." : "";
        return new MigrationException(what + " was refused by Flyway: " + reason + next, e);
    }

    MigrationException refused(NeedsSqlServerException e) {
        return refused(e, source(e.script()));
    }

    /** @param below the version before the migration that is refused, where there is one */
    MigrationException refused(NeedsSqlServerException e, MigrationVersion below) {
        String otherWay = e.isForSqlServer() ? " Or stop below it: @MigratedDatabase(target = \"" + below + "\")." : "";
        String message = String.valueOf(e.getMessage());
        int others = message.indexOf('\n');
        int end = others < 0 ? message.length() : others;
        return new MigrationException(
                message.substring(0, end) + otherWay + message.substring(end),
                e.script(),
                e.line(),
                source(e.script()),
                e);
    }

    /** @param source where the script was found */
    static MigrationException refused(NeedsSqlServerException e, Optional<String> source) {
        return new MigrationException(e.getMessage(), e.script(), e.line(), source, e);
    }

    private Optional<String> source(String script) {
        return Optional.ofNullable(catalog.sources().get(script));
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

    String aftermath(boolean inTransaction) {
        if (!rollsBack) {
            return "\nThe embedded engine cannot roll DDL back: what the script did before this line is still there.";
        }
        return inTransaction
                ? ""
                : "\nThe script does not run in a transaction: what it did before this line is still there.";
    }
}
