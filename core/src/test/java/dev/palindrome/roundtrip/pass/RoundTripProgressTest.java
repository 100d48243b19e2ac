package dev.palindrome.roundtrip.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.roundtrip.RoundTripVerification;
import dev.palindrome.roundtrip.verdict.Pass;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundTripProgressTest {

    private Duration now = Duration.ofMinutes(1);

    @Test
    void everyTwoSecondsItIsSaidHowFarTheRoundTripIs() {
        RoundTripProgress progress = new RoundTripProgress(() -> now.toNanos());
        progress.of(800);
        try (CapturedLog log = new CapturedLog(RoundTripVerification.class)) {
            progress.reach(Pass.UP, 1);
            now = now.plusSeconds(2);
            progress.reach(Pass.UP, 120);
            now = now.plusMillis(1999);
            progress.reach(Pass.UP, 121);
            now = now.plusMillis(1);
            progress.step(Pass.DOWN);
            now = now.plusSeconds(3);
            progress.reach(Pass.UP, 7);
            now = now.plusSeconds(2);
            progress.step(Pass.UP_AGAIN);
            now = now.plusSeconds(2);
            progress.lookedAt(3, 9);

            assertThat(log.lines())
                    .containsExactly(
                            "INFO The round trip goes on, after 2 s: 120 of 800 migrations have gone up.",
                            "INFO The round trip goes on, after 4 s: 1 of 800 migrations have come down.",
                            "INFO The round trip goes on, after 7 s: 7 of 800 migrations go up in another database.",
                            "INFO The round trip goes on, after 9 s: 1 of 800 migrations have gone up again.",
                            "INFO The round trip goes on, after 11 s: 3 of 9 migrations have been looked at by themselves.");
        }
    }
}
