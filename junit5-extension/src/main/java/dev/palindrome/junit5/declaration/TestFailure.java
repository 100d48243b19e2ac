package dev.palindrome.junit5.declaration;

import dev.palindrome.roundtrip.NotReversibleError;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What went wrong in a test or in the methods around it. */
public final class TestFailure {

    private TestFailure() {}

    /**
     * Empty also where the test was only aborted, and where migrations that are not reversible failed it: they were sent
     * up and down in other databases than the test's.
     */
    public static Optional<Throwable> of(ExtensionContext context) {
        return context.getExecutionException().filter(TestFailure::isFailure);
    }

    public static boolean isFailure(Throwable thrown) {
        return !(thrown instanceof TestAbortedException || thrown instanceof NotReversibleError);
    }
}
