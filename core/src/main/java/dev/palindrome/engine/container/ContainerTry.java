package dev.palindrome.engine.container;

import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.server.AttemptOutcome;
import dev.palindrome.engine.server.AttemptOutcome.Failed;
import dev.palindrome.engine.server.AttemptOutcome.Had;
import dev.palindrome.engine.server.Credentials;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.progress.LongStep;
import dev.palindrome.text.VisibleLog;
import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.utility.DockerImageName;

/**
 * Makes a container and waits until it answers.
 *
 * @param image the SQL Server image, its licence accepted
 * @param reuse whether the container shall outlive this JVM, for the next one
 * @param password what its administrator gets
 */
public record ContainerTry(String image, boolean reuse, Secret password) implements Supplier<AttemptOutcome> {

    private static final VisibleLog LOG = VisibleLog.of(ContainerStart.class);

    /** What a substitute from the user's own registry stands for. */
    private static final String MICROSOFTS_IMAGE = "mcr.microsoft.com/mssql/server";

    @Override
    public AttemptOutcome get() {
        SqlServerContainer container = container();
        try {
            container.getDockerImageName(); // pulls the image, so that this can fail apart from the start
            LongStep.during(LOG, "Starting a container of " + image, step -> {
                step.at("no login yet");
                container.start();
                return image;
            });
            return new Had(engine(container));
        } catch (RuntimeException e) {
            RuntimeException reason =
                    container.death().<RuntimeException>map(death -> death).orElse(e);
            return new Failed(ContainerFailure.explain(image, reason), Optional.of(reason));
        }
    }

    private SqlServerContainer container() {
        SqlServerContainer container = new SqlServerContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor(MICROSOFTS_IMAGE), password);
        container.acceptLicense(); // the user has: EngineSelection asked
        container.withImagePullPolicy(new ImagePull()).withReuse(reuse);
        return container;
    }

    private SqlServerEngine engine(SqlServerContainer container) {
        return SqlServerEngine.inContainer(
                image, container.url(), new Credentials(container.getUsername(), password), container, reuse);
    }
}
