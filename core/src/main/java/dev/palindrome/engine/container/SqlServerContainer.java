package dev.palindrome.engine.container;

import com.github.dockerjava.api.exception.DockerException;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.engine.server.ServerFiles;
import dev.palindrome.engine.server.SqlServerUrl;
import dev.palindrome.text.FirstLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.mssqlserver.MSSQLServerContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * SQL Server in a container, ready when its administrator can log in: that is later than the line in its log that says so.
 * Testcontainers' own wait does log in too, but it writes the password into its debug log, and it goes on for minutes
 * after the container has died.
 */
final class SqlServerContainer extends MSSQLServerContainer implements ServerFiles {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int LOG_LINES = 5;

    private static final int READABLE_BY_ALL = 0644;

    private final AdministratorLogin login;
    private Optional<ContainerDiedException> death = Optional.empty();

    SqlServerContainer(DockerImageName image, Secret password) {
        super(image);
        login = new AdministratorLogin(password);
        withPassword(login.firstPassword().value());
    }

    SqlServerUrl url() {
        return SqlServerUrl.parse("jdbc:sqlserver://%s:%d;encrypt=false;trustServerCertificate=true"
                        .formatted(getHost(), getMappedPort(MS_SQL_SERVER_PORT)))
                .orElseThrow();
    }

    /**
     * The server in the container is somebody else than who owns the file here: all may read the copy, which is in there alone.
     */
    @Override
    public void copyIn(Path source, String path) throws IOException {
        try {
            copyFileToContainer(MountableFile.forHostPath(source, READABLE_BY_ALL), path);
        } catch (RuntimeException e) {
            throw new IOException(FirstLine.of(e), e);
        }
    }

    @Override
    public void moveOut(String path, Path target) throws IOException {
        try {
            copyFileFromContainer(path, target.toString());
            execInContainer("rm", "-f", path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while copying " + path + " out of the container");
        } catch (DockerException e) {
            throw new IOException(FirstLine.of(e), e);
        }
    }

    /** What was copied in belongs to root there. */
    @Override
    public void remove(String path) throws IOException {
        try {
            ExecResult result = execInContainer(ExecConfig.builder()
                    .user("root")
                    .command(new String[] {"rm", "-f", path})
                    .build());
            if (result.getExitCode() != 0) {
                throw new IOException(result.getStderr().strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while removing " + path + " from the container");
        } catch (DockerException e) {
            throw new IOException(FirstLine.of(e), e);
        }
    }

    /** Takes note of a container that ended by itself, before Testcontainers removes it. */
    @Override
    public void stop() {
        if (death.isEmpty() && getContainerId() != null && !isRunning()) {
            death = Optional.of(new ContainerDiedException(exitCode(), lastLines()));
        }
        super.stop();
    }

    /** How the container ended, if it did so by itself. */
    Optional<ContainerDiedException> death() {
        return death;
    }

    @Override
    protected void waitUntilContainerStarted() {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<SQLException> refusal = Optional.empty();
        try (QuietDriver quiet = QuietDriver.enter()) {
            while (Instant.now().isBefore(end)) {
                refusal = login.refusal(url());
                if (refusal.isEmpty()) {
                    return;
                }
                if (!isRunning()) {
                    throw new IllegalStateException("The container ended", refusal.get());
                }
                quiet.pause(PAUSE);
            }
        }
        throw new NoLoginException(PATIENCE, refusal.orElseThrow());
    }

    private long exitCode() {
        Long code = getCurrentContainerInfo().getState().getExitCodeLong();
        return code == null ? -1 : code;
    }

    private String lastLines() {
        String[] lines = getLogs(OutputFrame.OutputType.STDOUT, OutputFrame.OutputType.STDERR)
                .strip()
                .split("\\R");
        int from = Math.max(0, lines.length - LOG_LINES);
        return String.join(System.lineSeparator(), List.of(lines).subList(from, lines.length));
    }

    /** The container ended before anybody could log in. */
    static final class ContainerDiedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ContainerDiedException(long exitCode, String lastLines) {
            super("it ended with exit code %d while starting; the end of its log:%n%s"
                    .formatted(exitCode, lastLines.indent(4).stripTrailing()));
        }
    }

    /** The container runs, but nobody can log in. */
    static final class NoLoginException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoLoginException(Duration patience, SQLException refusal) {
            super(
                    "it runs, but sa could not log in within %d seconds: %s"
                            .formatted(patience.toSeconds(), FirstLine.of(refusal)),
                    refusal);
        }
    }
}
