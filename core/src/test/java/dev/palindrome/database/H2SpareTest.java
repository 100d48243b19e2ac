package dev.palindrome.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class H2SpareTest {

    private final H2Spare<String> spare = new H2Spare<>();

    @Test
    void isMadeOnceAndTakenOnce() {
        spare.make(() -> "first");
        spare.make(() -> "second");
        assertThat(spare.take()).contains("first");
        assertThat(spare.take()).isEmpty();
    }

    @Test
    void whatFailsIsNoSpare() {
        spare.make(() -> {
            throw new IllegalStateException();
        });
        assertThat(spare.take()).isEmpty();
    }

    /** There is one thread for all, so that waiting there would be for ever. */
    @Test
    void oneSpareCanBeMadeOfAnother() {
        H2Spare<String> other = new H2Spare<>();
        spare.make(() -> {
            other.make(() -> "other");
            return other.takeIfMade().orElse("alone");
        });
        assertThat(spare.take()).contains("alone");
        other.make(() -> "later"); // is there already
        H2Spare<String> last = new H2Spare<>();
        last.make(() -> "last");
        assertThat(last.take()).contains("last");
        assertThat(other.takeIfMade()).contains("other");
    }

    @Test
    void theLastOneIsGivenAway() throws InterruptedException {
        CountDownLatch given = new CountDownLatch(1);
        List<String> last = new ArrayList<>();
        spare.make(() -> "last");
        spare.discard(made -> {
            last.add(made);
            given.countDown();
        });
        spare.make(() -> "later");
        assertThat(given.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(last).containsExactly("last");
        assertThat(spare.take()).isEmpty();
    }
}
