package dev.palindrome.database.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class H2LatestClonesTest {

    private final BlockingQueue<String> givenAway = new LinkedBlockingQueue<>();
    private final H2LatestClones<String> latest = new H2LatestClones<>(2, givenAway::add);
    private final PreparedClone<String> first = new PreparedClone<>();
    private final PreparedClone<String> second = new PreparedClone<>();
    private final PreparedClone<String> third = new PreparedClone<>();

    @Test
    void theEldestIsGivenAwayForTheThird() throws InterruptedException {
        latest.make(first, () -> "first");
        latest.make(second, () -> "second");
        latest.make(third, () -> "third");
        assertThat(givenAway.take()).isEqualTo("first");
        assertThat(first.take()).isEmpty();
        assertThat(second.take()).contains("second");
        assertThat(third.take()).contains("third");
    }

    @Test
    void whatWasWantedAgainIsNotTheEldest() throws InterruptedException {
        latest.make(first, () -> "first");
        latest.make(second, () -> "second");
        first.take();
        latest.make(first, () -> "first again");
        latest.make(third, () -> "third");
        assertThat(givenAway.take()).isEqualTo("second");
        assertThat(first.take()).contains("first again");
    }

    @Test
    void whatWasGivenAwayCanBeMadeAgain() throws InterruptedException {
        latest.make(first, () -> "first");
        latest.make(second, () -> "second");
        latest.make(third, () -> "third");
        givenAway.take();
        latest.make(first, () -> "first again");
        assertThat(first.take()).contains("first again");
        assertThat(givenAway.take()).isEqualTo("second");
    }
}
