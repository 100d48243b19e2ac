package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.engine.container.SqlServerContainer.ContainerDiedException;
import dev.palindrome.engine.selection.FakeEngineEnvironment;
import dev.palindrome.engine.server.AttemptOutcome;
import dev.palindrome.engine.server.AttemptOutcome.Failed;
import dev.palindrome.engine.server.FailedAttempt;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerLaunchException;

class ContainerStartTest {

    private static final AttemptOutcome STARTED =
            new FakeEngineEnvironment().start(new ContainerRequest("an/image:1", false));

    private static final AttemptOutcome DIED = failed(
            "it ended with exit code 139",
            new ContainerLaunchException("Container startup failed", new ContainerDiedException(139, "")));

    private static final AttemptOutcome REFUSED = failed("the image could not be pulled", new IllegalStateException());

    @Test
    void whatStartsIsStartedOnce() {
        assertThat(start(STARTED)).isEqualTo(STARTED);
    }

    @Test
    void whatDiesGetsASecondTryAndTheLogSaysSo() {
        try (CapturedLog log = new CapturedLog(ContainerStart.class)) {
            assertThat(start(DIED, STARTED)).isEqualTo(STARTED);
            assertThat(log.lines())
                    .containsExactly("WARN The container an/image:1 is started once more: it ended with exit code 139");
        }
    }

    @Test
    void whatDiesAgainHasFailed() {
        assertThat(start(DIED, DIED)).isEqualTo(DIED);
    }

    @Test
    void whatFailsOtherwiseIsNotTriedAgain() {
        assertThat(start(REFUSED)).isEqualTo(REFUSED);
    }

    @Test
    void reuseThatTestcontainersDoesNotAllowIsWarnedOf() {
        assertThat(warnings(true, false, "amd64"))
                .containsExactly("WARN palindrome.reuse=true has no effect: Testcontainers reuses containers only where"
                        + " ~/.testcontainers.properties says testcontainers.reuse.enable=true.");
    }

    @Test
    void armIsWarnedOf() {
        assertThat(warnings(false, false, "aarch64"))
                .containsExactly("WARN Microsoft publishes no SQL Server image for ARM, and this machine is ARM:"
                        + " the container runs in emulation, slowly if at all.");
    }

    @Test
    void otherwiseThereIsNothingToWarnOf() {
        assertThat(warnings(true, true, "amd64")).isEmpty();
        assertThat(warnings(false, false, "amd64")).isEmpty();
    }

    /** Fails where it is asked for one outcome too many, or one too few. */
    private static AttemptOutcome start(AttemptOutcome... outcomes) {
        Queue<AttemptOutcome> left = new ArrayDeque<>(List.of(outcomes));
        AttemptOutcome last =
                new ContainerStart(new ContainerRequest("an/image:1", false), false, "amd64", left::remove).start();
        assertThat(left).isEmpty();
        return last;
    }

    private static List<String> warnings(boolean wanted, boolean reuse, String processor) {
        try (CapturedLog log = new CapturedLog(ContainerStart.class)) {
            new ContainerStart(new ContainerRequest("an/image:1", wanted), reuse, processor, () -> STARTED).start();
            return log.lines();
        }
    }

    private static AttemptOutcome failed(String obstacle, RuntimeException cause) {
        return new Failed(FailedAttempt.container("an/image:1", obstacle, "none"), Optional.of(cause));
    }
}
