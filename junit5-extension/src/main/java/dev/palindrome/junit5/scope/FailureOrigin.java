package dev.palindrome.junit5.scope;

import dev.palindrome.engine.EngineUnavailableException;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.seed.SeedException;
import java.util.function.Supplier;

/** Puts in front of an error where it was asked for what has failed: the annotation, and the class or method with it. */
final class FailureOrigin {

    private FailureOrigin() {}

    /** @param declaration such as {@code @Seed on TodoTest} */
    static <T> T naming(String declaration, Supplier<T> work) {
        try {
            return work.get();
        } catch (PalindromeException e) {
            throw e.getMessage().contains(declaration) ? e : named(declaration + ": " + e.getMessage(), e);
        }
    }

    static void naming(String declaration, Runnable work) {
        naming(declaration, () -> {
            work.run();
            return declaration;
        });
    }

    private static PalindromeException named(String message, PalindromeException e) {
        if (e instanceof SeedException) {
            return new SeedException(message, e);
        }
        if (e instanceof EngineUnavailableException) {
            return new EngineUnavailableException(message, e);
        }
        if (e instanceof MigrationException migration) {
            return migration
                    .script()
                    .map(script -> new MigrationException(
                            message, script, migration.line().orElse(0), migration.source(), e))
                    .orElseGet(() -> new MigrationException(message, e));
        }
        return new PalindromeException(message, e);
    }
}
