package dev.palindrome.engine.selection;

import dev.palindrome.engine.EmbeddedEngine;
import dev.palindrome.engine.Engine;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.EngineUnavailableException;
import dev.palindrome.engine.Engines;
import dev.palindrome.engine.container.ContainerRequest;
import dev.palindrome.engine.server.AttemptOutcome;
import dev.palindrome.engine.server.AttemptOutcome.Failed;
import dev.palindrome.engine.server.AttemptOutcome.Had;
import dev.palindrome.engine.server.FailedAttempt;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.text.OneLine;
import dev.palindrome.text.VisibleLog;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which engine it shall be. Decides once for the same settings, failures included, and says so in one line. */
public final class EngineSelection {

    private static final VisibleLog LOG = VisibleLog.of(Engines.class);

    private final EngineEnvironment environment;
    private final OncePerKey<EngineSettings, Engine> decisions = new OncePerKey<>(this::decide);
    private final OncePerKey<ExistingServer, AttemptOutcome> servers;
    private final OncePerKey<ContainerRequest, AttemptOutcome> containers;

    public EngineSelection(EngineEnvironment environment) {
        this.environment = environment;
        this.servers = new OncePerKey<>(server -> started(() -> environment.connect(server)));
        this.containers = new OncePerKey<>(container -> started(() -> environment.start(container)));
    }

    private static AttemptOutcome started(TimeSpent.Work<AttemptOutcome, RuntimeException> start) {
        return TimeSpent.ofThisJvm().measure(TimeSpent.Kind.START, "", start);
    }

    public Engine select(EngineRequest request) {
        return decisions.get(EngineSettings.of(request));
    }

    private Engine decide(EngineSettings settings) {
        if (settings.kind() == EngineKind.EMBEDDED) {
            return embedded();
        }
        return settings.url()
                .map(url -> existing(ExistingServer.of(settings, url)))
                .orElseGet(() -> withoutServer(settings));
    }

    private Engine embedded() {
        if (!environment.h2IsPresent()) {
            throw TriedEngines.of("The embedded engine was asked for.", FailedAttempt.NO_H2)
                    .exception();
        }
        LOG.info("Tests run on the embedded engine (H2), as asked for: a preview and not a proof.");
        return new EmbeddedEngine();
    }

    private Engine existing(ExistingServer server) {
        AttemptOutcome outcome = servers.get(server);
        if (outcome instanceof Failed failed) {
            throw unavailable(
                    failed,
                    "palindrome.url names a SQL Server, and no other engine may stand in for it.",
                    failed.attempt());
        }
        return had((Had) outcome);
    }

    private Engine withoutServer(EngineSettings settings) {
        AttemptOutcome outcome = container(settings);
        if (outcome instanceof Had had) {
            return had(had);
        }
        Failed failed = (Failed) outcome;
        if (settings.kind() == EngineKind.SQL_SERVER) {
            throw unavailable(
                    failed,
                    "SQL Server was asked for, and the embedded engine may not stand in for it.",
                    FailedAttempt.NO_URL,
                    failed.attempt());
        }
        return fallBack(failed);
    }

    private Engine fallBack(Failed failed) {
        if (!environment.h2IsPresent()) {
            throw unavailable(
                    failed,
                    "There is no database engine to run the tests on.",
                    FailedAttempt.NO_URL,
                    failed.attempt(),
                    FailedAttempt.NO_H2);
        }
        LOG.warn(
                "Tests run on the embedded engine (H2): a preview and not a proof. Why not SQL Server: {}, {}. What would"
                        + " help: {}; or set palindrome.url. palindrome.engine=embedded says that you know.",
                failed.attempt().engine(),
                OneLine.of(inOneLine(failed.attempt().obstacle())),
                failed.attempt().wayOut());
        return new EmbeddedEngine();
    }

    private static String inOneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" | "));
    }

    /** The licence comes first: asking for a Docker that is not there is slow and makes Testcontainers log errors. */
    private AttemptOutcome container(EngineSettings settings) {
        String image = settings.image();
        if (!environment.testcontainersIsPresent()) {
            return new Failed(FailedAttempt.noTestcontainers(image), Optional.empty());
        }
        if (!settings.licenceAccepted() && !environment.licenceListed(image)) {
            return new Failed(FailedAttempt.noLicence(image), Optional.empty());
        }
        return environment
                .whyDockerDoesNotAnswer()
                .<AttemptOutcome>map(reason -> new Failed(FailedAttempt.noDocker(image, reason), Optional.empty()))
                .orElseGet(() -> containers.get(settings.container()));
    }

    private static Engine had(Had had) {
        LOG.info("Tests run on {}.", had.engine().describe());
        return had.engine();
    }

    private static EngineUnavailableException unavailable(Failed failed, String headline, FailedAttempt... attempts) {
        EngineUnavailableException exception =
                TriedEngines.of(headline, attempts).exception();
        failed.cause().ifPresent(exception::initCause);
        return exception;
    }
}
