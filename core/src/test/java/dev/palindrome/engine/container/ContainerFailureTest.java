package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.container.SqlServerContainer.ContainerDiedException;
import dev.palindrome.engine.container.SqlServerContainer.NoLoginException;
import dev.palindrome.engine.server.FailedAttempt;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;

class ContainerFailureTest {

    @Test
    void theImageCannotBePulled() {
        assertThat(explain(new ContainerFetchException(
                        "Can't get Docker image", new ContainerFetchException("manifest unknown."))))
                .isEqualTo(new FailedAttempt(
                        "container an/image:1",
                        "the image could not be pulled (manifest unknown)",
                        "see whether 'docker pull an/image:1' works: a registry may need a login or a proxy, or"
                                + " palindrome.image name another image"));
    }

    @Test
    void theContainerDies() {
        assertThat(explain(launch(new IllegalStateException(
                        "Wait strategy failed. Container exited with code 139",
                        new ContainerDiedException(139, "one\ntwo")))))
                .isEqualTo(new FailedAttempt(
                        "container an/image:1",
                        "it ended with exit code 139 while starting; the end of its log:%n    one%n    two"
                                .formatted()
                                .replace("\r\n", "\n"),
                        "give Docker at least 2 GB of memory, which SQL Server needs, or name another image by"
                                + " palindrome.image"));
    }

    @Test
    void nobodyCanLogIn() {
        assertThat(explain(launch(
                        new NoLoginException(Duration.ofMinutes(4), new SQLException("Login failed for user 'sa'.")))))
                .isEqualTo(new FailedAttempt(
                        "container an/image:1",
                        "it runs, but sa could not log in within 240 seconds: Login failed for user 'sa'",
                        "give Docker more memory and processors, or run the tests when the machine has less to do"));
    }

    @Test
    void dockerRefuses() {
        assertThat(explain(launch(new IllegalStateException("port is already allocated\nand more"))))
                .isEqualTo(new FailedAttempt(
                        "container an/image:1",
                        "it could not be started (port is already allocated)",
                        "start the image by hand (docker run an/image:1) and see what Docker says"));
    }

    private static RuntimeException launch(Exception cause) {
        return new ContainerLaunchException("Container startup failed", cause);
    }

    private static FailedAttempt explain(RuntimeException failure) {
        return ContainerFailure.explain("an/image:1", failure);
    }
}
