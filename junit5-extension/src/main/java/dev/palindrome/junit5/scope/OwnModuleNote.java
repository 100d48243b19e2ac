package dev.palindrome.junit5.scope;

import dev.palindrome.text.Causes;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes with a test's failure, among its suppressed exceptions, where its own SQL has called a function or procedure that the
 * embedded engine keeps for scripts: what H2 says of it is only that it is not there.
 */
final class OwnModuleNote extends Exception {

    private static final long serialVersionUID = 1L;

    /** H2: {@code FUNCTION_NOT_FOUND}; it says so of procedures, too. SQL Server has no such number. */
    private static final int NOT_FOUND = 90022;

    private static final Pattern NAME =
            Pattern.compile("^Function \"(?:[^\".]{1,128}+\\.)?+([^\".]{1,128}+)\" not found");

    private OwnModuleNote() {
        super(
                "On the embedded engine, functions and procedures that scripts make run where scripts call them, and not in"
                        + " SQL of a test's own. Let a view call the function; let a seed script call the procedure, by"
                        + " @Seed(scripts = ...), SeedContext.script or TestDatabase.seed; or run this class on SQL Server"
                        + " (palindrome.engine=sqlserver).",
                null,
                false,
                false);
    }

    /** @param isModule whether scripts have made a function or procedure of that name, in the embedded databases of the test */
    static void addTo(Throwable failure, Predicate<String> isModule) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof SQLException refusal && refusal.getErrorCode() == NOT_FOUND) {
                Matcher name = NAME.matcher(String.valueOf(refusal.getMessage()));
                if (name.find() && !isModule.test(name.group(1))) {
                    return;
                }
                failure.addSuppressed(new OwnModuleNote());
                return;
            }
        }
    }
}
