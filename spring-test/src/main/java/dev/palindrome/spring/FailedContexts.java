package dev.palindrome.spring;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.DatabaseRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;

/** Says of an application context that does not start what Palindrome has to do with it. */
final class FailedContexts {

    /**
     * By what the classes ask for: Spring tries a context once, and does not tell later classes what was wrong with it. Kept as
     * long as Spring counts its failures, which is in a JVM and not in a run of JUnit's.
     */
    private static final Map<List<DatabaseRequest>, String> REASONS = new ConcurrentHashMap<>();

    private FailedContexts() {}

    /** The failure itself, where it has nothing to do with Palindrome. */
    static RuntimeException explain(IllegalStateException failure, Class<?> testClass) {
        List<DatabaseRequest> requests = DatabaseRequest.of(testClass);
        Optional<String> reason = reason(failure, testClass);
        reason.ifPresent(text -> REASONS.put(requests, text));
        return reason.or(() -> Optional.ofNullable(REASONS.get(requests))
                        .filter(text -> isNotTriedAgain(failure))
                        .map(text -> "The application context of " + testClass.getSimpleName()
                                + " is not tried again, because one with the same database has failed. " + text))
                .<RuntimeException>map(text -> new PalindromeException(text, failure))
                .orElse(failure);
    }

    /** Spring says so in words alone. */
    private static boolean isNotTriedAgain(IllegalStateException failure) {
        return failure.getCause() == null
                && failure.getMessage() != null
                && failure.getMessage().contains("ApplicationContext failure threshold");
    }

    private static Optional<String> reason(IllegalStateException failure, Class<?> testClass) {
        return GivenDatabases.in(failure)
                .map(given -> given.getMessage() + " The reason: "
                        + saying(NestedExceptionUtils.getMostSpecificCause(failure)))
                .or(() -> causes(failure)
                        .filter(PalindromeException.class::isInstance)
                        .map(cause -> "The application context of " + testClass.getSimpleName() + " has no database. "
                                + cause.getMessage())
                        .findFirst());
    }

    /** A method that is missing, because there is another version of a library, is an error whose message is its name alone. */
    private static String saying(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof Exception && message != null ? message : cause.toString();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
