package dev.palindrome.engine.container;

import dev.palindrome.engine.container.SqlServerContainer.ContainerDiedException;
import dev.palindrome.engine.server.AttemptOutcome;
import dev.palindrome.engine.server.AttemptOutcome.Failed;
import dev.palindrome.text.VisibleLog;
import java.util.function.Supplier;

/**
 * Starts one container. SQL Server now and then crashes while it starts (exit code 139 has been seen), so a container that
 * dies gets a second try; nothing else does.
 *
 * @param request what is wanted
 * @param reuse whether the container will be there for the next JVM, which takes more than the request
 * @param processor this machine's, as the system property {@code os.arch} calls it
 * @param once starts a container, each time a new one
 */
public record ContainerStart(ContainerRequest request, boolean reuse, String processor, Supplier<AttemptOutcome> once) {

    private static final VisibleLog LOG = VisibleLog.of(ContainerStart.class);

    public AttemptOutcome start() {
        warnings();
        AttemptOutcome first = once.get();
        if (first instanceof Failed failed && died(failed)) {
            LOG.warn(
                    "The container {} is started once more: {}",
                    request.image(),
                    failed.attempt().obstacle());
            return once.get();
        }
        return first;
    }

    private static boolean died(Failed failed) {
        return failed.cause()
                .flatMap(cause -> ContainerFailure.cause(cause, ContainerDiedException.class))
                .isPresent();
    }

    private void warnings() {
        if (request.reuse() && !reuse) {
            LOG.warn("palindrome.reuse=true has no effect: Testcontainers reuses containers only where"
                    + " ~/.testcontainers.properties says testcontainers.reuse.enable=true.");
        }
        if (processor.equals("aarch64")) {
            LOG.warn("Microsoft publishes no SQL Server image for ARM, and this machine is ARM:"
                    + " the container runs in emulation, slowly if at all.");
        }
    }
}
