package dev.palindrome.engine.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OncePerKeyTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void whoComesMeanwhileWaitsForTheOneRun() {
        OncePerKey<String, Integer> once = new OncePerKey<>(key -> {
            sleep();
            return runs.incrementAndGet();
        });
        assertThat(IntStream.range(0, 8).parallel().mapToObj(caller -> once.get("a")))
                .containsOnly(1);
    }

    @Test
    void eachKeyHasItsOwnResult() {
        OncePerKey<String, String> once = new OncePerKey<>(key -> key + runs.incrementAndGet());
        assertThat(once.get("a") + once.get("b") + once.get("a")).isEqualTo("a1b2a1");
    }

    @Test
    void aFailureIsRememberedToo() {
        OncePerKey<String, String> once = new OncePerKey<>(key -> {
            throw new IllegalStateException("run " + runs.incrementAndGet());
        });
        assertThatThrownBy(() -> once.get("a")).hasMessage("run 1");
        assertThatThrownBy(() -> once.get("a")).hasMessage("run 1");
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
