package dev.palindrome.engine;

import dev.palindrome.engine.Outcome.Failed;
import dev.palindrome.engine.Outcome.Had;
import dev.palindrome.engine.SqlServerContainer.ContainerDiedException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts one container. SQL Server now and then crashes while it starts (exit code 139 has been seen), so a container that
 * dies gets a second try; nothing else does.
 */
final class ContainerStart {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerStart.class);

    /** What a substitute from the user's own registry stands for. */
    private static final String MICROSOFTS_IMAGE = "mcr.microsoft.com/mssql/server";

    private final ContainerRequest request;
    private final boolean reuse;
    private final Secret password;

    ContainerStart(ContainerRequest request, PasswordFile passwordFile) {
        this.request = request;
        this.reuse = request.reuse() && Docker.allowsReuse();
        this.password = reuse ? passwordFile.password() : RandomPassword.generate();
    }

    Outcome start() {
        warnings();
        Outcome first = startOnce();
        if (first instanceof Failed failed
                && failed.cause()
                        .flatMap(cause -> ContainerFailure.cause(cause, ContainerDiedException.class))
                        .isPresent()) {
            LOG.warn(
                    "The container {} is started once more: {}",
                    request.image(),
                    failed.attempt().obstacle());
            return startOnce();
        }
        return first;
    }

    private void warnings() {
        if (request.reuse() && !reuse) {
            LOG.warn("palindrome.reuse=true has no effect: Testcontainers reuses containers only where"
                    + " ~/.testcontainers.properties says testcontainers.reuse.enable=true.");
        }
        if (System.getProperty("os.arch").equals("aarch64")) {
            LOG.warn("Microsoft publishes no SQL Server image for ARM, and this machine is ARM:"
                    + " the container runs in emulation, slowly if at all.");
        }
    }

    private Outcome startOnce() {
        SqlServerContainer container = container();
        try {
            container.getDockerImageName(); // pulls the image, so that this can fail apart from the start
            container.start();
            return new Had(engine(container));
        } catch (RuntimeException e) {
            RuntimeException reason =
                    container.death().<RuntimeException>map(death -> death).orElse(e);
            return new Failed(ContainerFailure.explain(request.image(), reason), Optional.of(reason));
        }
    }

    private SqlServerContainer container() {
        SqlServerContainer container = new SqlServerContainer(
                DockerImageName.parse(request.image()).asCompatibleSubstituteFor(MICROSOFTS_IMAGE), password);
        container.acceptLicense(); // the user has: EngineSelection asked
        container.withImagePullPolicy(new ImagePull()).withReuse(reuse);
        return container;
    }

    private SqlServerEngine engine(SqlServerContainer container) {
        return SqlServerEngine.inContainer(
                request.image(),
                container.url(),
                new Credentials(container.getUsername(), password),
                container::moveOut,
                reuse);
    }
}
