package dev.palindrome.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.text.VisibleLog;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LongStepTest {

    private static final VisibleLog LOG = VisibleLog.of(LongStepTest.class);

    private final ManualPace pace = new ManualPace();

    @Test
    void everyTwoSecondsItIsSaidWhatGoesOnAndHowFarItIs() {
        try (CapturedLog log = new CapturedLog(LongStepTest.class);
                LongStep step = LongStep.begin(LOG, "Counting", pace)) {
            pace.pass(Duration.ofMillis(2500));
            step.at("7 of 9 sheep");
            pace.pass(Duration.ofSeconds(4));
            assertThat(log.lines())
                    .containsExactly(
                            "INFO Counting goes on, after 2 s.",
                            "INFO Counting goes on, after 4 s: 7 of 9 sheep.",
                            "INFO Counting goes on, after 6 s: 7 of 9 sheep.");
        }
    }

    @Test
    void whatTakesLessSaysNothingAndLeavesNothingBehind() {
        try (CapturedLog log = new CapturedLog(LongStepTest.class)) {
            try (LongStep step = LongStep.begin(LOG, "Counting", pace)) {
                step.at("all");
                pace.pass(Duration.ofMillis(1999));
            }
            pace.pass(Duration.ofMinutes(1));
            assertThat(log.lines()).isEmpty();
            assertThat(pace.isIdle()).isTrue();
        }
    }

    @Test
    void ofStepsWithinOneAnotherTheInnermostSpeaks() {
        try (CapturedLog log = new CapturedLog(LongStepTest.class);
                LongStep outer = LongStep.begin(LOG, "Outer", pace)) {
            outer.at("half");
            pace.pass(Duration.ofSeconds(2));
            try (LongStep inner = LongStep.begin(LOG, "Inner", pace)) {
                pace.pass(Duration.ofSeconds(2));
                inner.at("soon");
                pace.pass(Duration.ofSeconds(2));
            }
            pace.pass(Duration.ofSeconds(2));
            assertThat(log.lines())
                    .containsExactly(
                            "INFO Outer goes on, after 2 s: half.",
                            "INFO Inner goes on, after 2 s.",
                            "INFO Inner goes on, after 4 s: soon.",
                            "INFO Outer goes on, after 8 s: half.");
        }
    }

    @Test
    void whoWasHeardOfNeedsNotSpeak() {
        try (CapturedLog log = new CapturedLog(LongStepTest.class);
                LongStep step = LongStep.begin(LOG, "Counting", pace)) {
            step.at("one");
            pace.pass(Duration.ofMillis(1900));
            LongStep.heardOfThisThread();
            pace.pass(Duration.ofMillis(2200));
            assertThat(log.lines()).containsExactly("INFO Counting goes on, after 4 s: one.");
        }
    }

    @Test
    @Timeout(60)
    void inEarnestAThreadSpeaksThatEndsWithTheWork() throws InterruptedException {
        try (CapturedLog log = new CapturedLog(LongStepTest.class)) {
            String made = LongStep.during(LOG, "Sleeping", step -> {
                step.at("deeply");
                while (log.lines().isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                return "made";
            });
            assertThat(made).isEqualTo("made");
            assertThat(log.lines().get(0)).matches("INFO Sleeping goes on, after \\d+ s: deeply\\.");
        }
        while (threads().contains(RealPace.THREAD)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }
}
