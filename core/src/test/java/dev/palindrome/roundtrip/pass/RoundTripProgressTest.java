package dev.palindrome.roundtrip.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.progress.ManualPace;
import dev.palindrome.roundtrip.RoundTripVerification;
import dev.palindrome.roundtrip.verdict.Pass;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundTripProgressTest {

    private final ManualPace pace = new ManualPace();

    @Test
    void everyTwoSecondsItIsSaidHowFarTheRoundTripIs() {
        try (CapturedLog log = new CapturedLog(RoundTripVerification.class)) {
            try (RoundTripProgress progress = new RoundTripProgress(pace)) {
                pace.pass(Duration.ofSeconds(2));
                progress.of(800);
                pace.pass(Duration.ofSeconds(2));
                progress.reach(Pass.UP, 1);
                progress.reach(Pass.UP, 120);
                pace.pass(Duration.ofSeconds(2));
                progress.step(Pass.DOWN);
                pace.pass(Duration.ofSeconds(4));
                progress.reach(Pass.UP, 7);
                pace.pass(Duration.ofSeconds(2));
                progress.step(Pass.UP_AGAIN);
                pace.pass(Duration.ofSeconds(2));
                progress.lookedAt(3, 9);
                pace.pass(Duration.ofSeconds(2));
            }
            pace.pass(Duration.ofSeconds(9));

            assertThat(log.lines())
                    .containsExactly(
                            "INFO The round trip goes on, after 2 s.",
                            "INFO The round trip goes on, after 4 s: 0 of 800 migrations have gone up.",
                            "INFO The round trip goes on, after 6 s: 120 of 800 migrations have gone up.",
                            "INFO The round trip goes on, after 8 s: 1 of 800 migrations have come down.",
                            "INFO The round trip goes on, after 10 s: 1 of 800 migrations have come down.",
                            "INFO The round trip goes on, after 12 s: 7 of 800 migrations go up in another database.",
                            "INFO The round trip goes on, after 14 s: 1 of 800 migrations have gone up again.",
                            "INFO The round trip goes on, after 16 s: 3 of 9 migrations have been looked at by themselves.");
        }
        assertThat(pace.isIdle()).isTrue();
    }
}
