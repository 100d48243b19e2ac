package dev.palindrome.engine.selection;

import dev.palindrome.engine.container.ContainerRequest;
import dev.palindrome.engine.server.AttemptOutcome;
import java.util.Optional;

/** What the selection asks of the machine it runs on. */
interface EngineEnvironment {

    /** Whether containers can be asked for at all. */
    boolean testcontainersIsPresent();

    /** Whether the user's {@code container-license-acceptance.txt} lists the image. */
    boolean licenceListed(String image);

    /** Why no container can be started, or empty where Docker answers. */
    Optional<String> whyDockerDoesNotAnswer();

    boolean h2IsPresent();

    /** Logs in to a server that already runs. */
    AttemptOutcome connect(ExistingServer server);

    /** Starts a container; licence and Docker have been looked after. */
    AttemptOutcome start(ContainerRequest request);
}
