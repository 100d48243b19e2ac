package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EachInTurnTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void doesAllInOrder() {
        EachInTurn.run(Stream.of(step("a"), step("b")));
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void goesOnAfterAFailureAndThrowsTheFirst() {
        RuntimeException first = new IllegalStateException("b");
        RuntimeException second = new IllegalArgumentException("d");

        assertThatThrownBy(() ->
                        EachInTurn.run(Stream.of(step("a"), failing(first), step("c"), failing(second), step("e"))))
                .isSameAs(first)
                .satisfies(failure -> assertThat(failure.getSuppressed()).containsExactly(second));
        assertThat(done).containsExactly("a", "c", "e");
    }

    private Runnable step(String name) {
        return () -> done.add(name);
    }

    private static Runnable failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }
}
