package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final SQLException BUSY = new SQLException("busy");

    private final Queue<SQLException> refusals = new ArrayDeque<>(List.of(BUSY));

    @Test
    void aRefusalThatPassesIsWaitedFor() throws SQLException {
        Retry.whileRefused(e -> e == BUSY, this::refuse);
        assertThat(refusals).isEmpty();
    }

    /** Others come first time and again, and each pause takes what chance makes it. */
    @Test
    void patienceIsLongEnoughForSeveralOthersAndEnds() {
        int[] tries = {0};

        assertThatThrownBy(() -> Retry.whileRefused(Duration.ofMillis(900), e -> e == BUSY, () -> {
                    tries[0]++;
                    throw BUSY;
                }))
                .isSameAs(BUSY);
        assertThat(tries[0]).isBetween(3, 11);
    }

    @Test
    void anyOtherIsNot() {
        assertThatThrownBy(() -> Retry.whileRefused(e -> false, this::refuse)).isSameAs(BUSY);
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Retry.whileRefused(e -> true, this::refuse)).isSameAs(BUSY);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void refuse() throws SQLException {
        if (!refusals.isEmpty()) {
            throw refusals.remove();
        }
    }
}
