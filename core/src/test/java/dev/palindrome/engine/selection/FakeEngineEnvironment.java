package dev.palindrome.engine.selection;

import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.container.ContainerRequest;
import dev.palindrome.engine.server.AttemptOutcome;
import dev.palindrome.engine.server.Credentials;
import dev.palindrome.engine.server.FailedAttempt;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.engine.server.ServerFiles;
import dev.palindrome.engine.server.SqlServerUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine on which everything is as a test says, and which notes what it was asked to do. */
public final class FakeEngineEnvironment implements EngineEnvironment {

    private final List<String> done = new ArrayList<>();
    private boolean testcontainers = true;
    private boolean licenceListed = true;
    private Optional<String> dockersTrouble = Optional.empty();
    private boolean h2 = true;
    private Optional<FailedAttempt> serversTrouble = Optional.empty();
    private Optional<FailedAttempt> containersTrouble = Optional.empty();

    FakeEngineEnvironment withoutTestcontainers() {
        testcontainers = false;
        return this;
    }

    FakeEngineEnvironment withoutLicence() {
        licenceListed = false;
        return this;
    }

    FakeEngineEnvironment withoutDocker() {
        dockersTrouble = Optional.of("Could not find a valid Docker environment");
        return this;
    }

    FakeEngineEnvironment withoutH2() {
        h2 = false;
        return this;
    }

    FakeEngineEnvironment whereNoServerAnswers() {
        SqlServerUrl url =
                SqlServerUrl.parse("jdbc:sqlserver://db.example:1433").orElseThrow();
        serversTrouble = Optional.of(FailedAttempt.noAnswer(url, "Connection refused"));
        return this;
    }

    FakeEngineEnvironment whereContainersDie() {
        containersTrouble =
                Optional.of(FailedAttempt.container("an/image:1", "it ended\n    as its log says", "give it memory"));
        return this;
    }

    List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public boolean testcontainersIsPresent() {
        return testcontainers;
    }

    @Override
    public boolean licenceListed(String image) {
        return licenceListed;
    }

    @Override
    public Optional<String> whyDockerDoesNotAnswer() {
        done.add("ask Docker");
        return dockersTrouble;
    }

    @Override
    public boolean h2IsPresent() {
        return h2;
    }

    @Override
    public AttemptOutcome connect(ExistingServer server) {
        done.add("connect to " + server.url().shown());
        return outcome(serversTrouble, SqlServerEngine.existing(server));
    }

    @Override
    public AttemptOutcome start(ContainerRequest request) {
        done.add("start " + request.image());
        SqlServerUrl url =
                SqlServerUrl.parse("jdbc:sqlserver://localhost:32768").orElseThrow();
        Credentials sa = new Credentials("sa", new Secret("S3cret-of-sa"));
        return outcome(
                containersTrouble,
                SqlServerEngine.inContainer(request.image(), url, sa, NoServerFiles.INSTANCE, request.reuse()));
    }

    private enum NoServerFiles implements ServerFiles {
        INSTANCE;

        @Override
        public void copyIn(Path source, String path) {}

        @Override
        public void moveOut(String path, Path target) {}

        @Override
        public void remove(String path) {}
    }

    private static AttemptOutcome outcome(Optional<FailedAttempt> trouble, SqlServerEngine engine) {
        return trouble.<AttemptOutcome>map(
                        attempt -> new AttemptOutcome.Failed(attempt, Optional.of(new IllegalStateException("why"))))
                .orElseGet(() -> new AttemptOutcome.Had(engine));
    }
}
