package dev.palindrome.spring;

import dev.palindrome.error.PalindromeException;
import java.util.Arrays;
import java.util.Optional;

/** Stands beside the failure of an application context, and is no failure itself. */
final class GivenDatabases extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /** The note that stands beside what has made an application context fail. */
    static Optional<GivenDatabases> in(IllegalStateException failure) {
        return Optional.ofNullable(failure.getCause()).stream()
                .flatMap(cause -> Arrays.stream(cause.getSuppressed()))
                .filter(GivenDatabases.class::isInstance)
                .map(GivenDatabases.class::cast)
                .findFirst();
    }

    GivenDatabases(String given) {
        super("The application context that does not start was given " + given + ".");
    }
}
