package dev.palindrome.database.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PreparedCloneTest {

    private final PreparedClone<String> prepared = new PreparedClone<>();

    @Test
    void isMadeOnceAndTakenOnce() {
        prepared.make(() -> "first");
        prepared.make(() -> "second");
        assertThat(prepared.take()).contains("first");
        assertThat(prepared.take()).isEmpty();
    }

    @Test
    void whatFailsIsNotPrepared() {
        prepared.make(() -> {
            throw new IllegalStateException();
        });
        assertThat(prepared.take()).isEmpty();
    }

    /** There is one thread for all, so that waiting there would be for ever. */
    @Test
    void oneCanBePreparedOfAnother() {
        PreparedClone<String> other = new PreparedClone<>();
        prepared.make(() -> {
            other.make(() -> "other");
            return other.takeIfMade().orElse("alone");
        });
        assertThat(prepared.take()).contains("alone");
        other.make(() -> "later"); // is there already
        PreparedClone<String> last = new PreparedClone<>();
        last.make(() -> "last");
        assertThat(last.take()).contains("last");
        assertThat(other.takeIfMade()).contains("other");
    }

    @Test
    void theLastOneIsGivenAway() throws InterruptedException {
        CountDownLatch given = new CountDownLatch(1);
        List<String> last = new ArrayList<>();
        prepared.make(() -> "last");
        prepared.discard(made -> {
            last.add(made);
            given.countDown();
        });
        prepared.make(() -> "later");
        assertThat(given.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(last).containsExactly("last");
        assertThat(prepared.take()).isEmpty();
    }

    /** A thread that waits for more would hold the class loader of whoever has made it. */
    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        PreparedClone<Thread> clone = new PreparedClone<>();
        clone.make(Thread::currentThread);

        Thread thread = clone.take().orElseThrow();
        thread.join(Duration.ofSeconds(20).toMillis());

        assertThat(thread.isAlive()).isFalse();
    }
}
