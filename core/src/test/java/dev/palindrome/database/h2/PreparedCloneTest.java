package dev.palindrome.database.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PreparedCloneTest {

    private final PreparedClone<String> spare = new PreparedClone<>();

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
        PreparedClone<String> other = new PreparedClone<>();
        spare.make(() -> {
            other.make(() -> "other");
            return other.takeIfMade().orElse("alone");
        });
        assertThat(spare.take()).contains("alone");
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
