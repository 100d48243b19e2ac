package dev.palindrome.engine;

import java.util.Optional;

/** What the selection asks of the machine it runs on. */
interface Surroundings {

    /** Whether the user's {@code container-license-acceptance.txt} lists the image. */
    boolean licenceListed(String image);

    /** Why no container can be started, or empty where Docker answers. */
    Optional<String> whyDockerDoesNotAnswer();

    boolean h2IsPresent();

    /** Logs in to a server that already runs. */
    Outcome connect(ExistingServer server);

    /** Starts a container; licence and Docker have been looked after. */
    Outcome start(ContainerRequest request);
}
