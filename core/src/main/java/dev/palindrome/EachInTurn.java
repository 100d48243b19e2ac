package dev.palindrome;

import java.util.Optional;
import java.util.stream.Stream;

/** Things that are done one after the other, each of them even if one before it failed. */
final class EachInTurn {

    private EachInTurn() {}

    /** Throws what the first that failed has thrown; what others have thrown is suppressed in it. */
    static void run(Stream<Runnable> steps) {
        Optional<RuntimeException> failure = steps.flatMap(step -> failure(step).stream())
                .reduce((first, other) -> {
                    first.addSuppressed(other);
                    return first;
                });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static Optional<RuntimeException> failure(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }
}
