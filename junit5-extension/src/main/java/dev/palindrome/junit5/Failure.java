package dev.palindrome.junit5;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What went wrong in a test or in the methods around it. */
final class Failure {

    private Failure() {}

    /** Empty also where the test was only aborted. */
    static Optional<Throwable> of(ExtensionContext context) {
        return context.getExecutionException().filter(Failure::isFailure);
    }

    static boolean isFailure(Throwable thrown) {
        return !(thrown instanceof TestAbortedException);
    }
}
