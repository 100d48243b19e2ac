package dev.palindrome.junit5;

import static java.util.stream.Collectors.joining;

import dev.palindrome.junit5.scope.ClassScope;
import dev.palindrome.junit5.scope.DatabaseBlueprint;
import dev.palindrome.junit5.scope.Verifier;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says what a test has laid down for it, and tells the test whenever it is asked. */
final class FakeVerifier implements BeforeAllCallback, Verifier {

    /** Stands before {@link MigratedDatabase} on a fixture. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ExtendWith(FakeVerifier.class)
    @interface Faked {}

    private static volatile Supplier<RoundTripReport> answer = () -> {
        throw new IllegalStateException("No answer was laid down.");
    };

    static void answers(RoundTripReport report) {
        answer = () -> report;
    }

    static void fails(RuntimeException failure) {
        answer = () -> {
            throw failure;
        };
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ClassScope.store(context.getRoot()).getOrComputeIfAbsent(Verifier.class, type -> this, Verifier.class);
    }

    @Override
    public RoundTripReport verify(DatabaseBlueprint blueprint, RoundTripOptions wanted) {
        Seen.line("verified " + blueprint.declaration().name() + new TreeMap<>(wanted.excluded())
                + wanted.rows().stream()
                        .map(rows -> " with " + rows.getClass().getSimpleName())
                        .collect(joining()));
        return answer.get();
    }
}
