package dev.palindrome.engine.container;

import dev.palindrome.engine.container.SqlServerContainer.ContainerDiedException;
import dev.palindrome.engine.container.SqlServerContainer.NoLoginException;
import dev.palindrome.engine.server.FailedAttempt;
import dev.palindrome.text.FirstLine;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.containers.ContainerFetchException;

/** Says in one sentence what Testcontainers says in a chain of exceptions. */
final class ContainerFailure {

    private ContainerFailure() {}

    static FailedAttempt explain(String image, RuntimeException failure) {
        return died(image, failure)
                .or(() -> noLogin(image, failure))
                .or(() -> notPulled(image, failure))
                .orElseGet(() -> FailedAttempt.container(
                        image,
                        "it could not be started (" + FirstLine.of(root(failure)) + ")",
                        "start the image by hand (docker run %s) and see what Docker says".formatted(image)));
    }

    private static Optional<FailedAttempt> died(String image, RuntimeException failure) {
        return cause(failure, ContainerDiedException.class)
                .map(died -> FailedAttempt.container(
                        image,
                        String.valueOf(died.getMessage()).replace("\r\n", "\n"),
                        "give Docker at least 2 GB of memory, which SQL Server needs, or name another image by"
                                + " palindrome.image"));
    }

    private static Optional<FailedAttempt> noLogin(String image, RuntimeException failure) {
        return cause(failure, NoLoginException.class)
                .map(noLogin -> FailedAttempt.container(
                        image,
                        String.valueOf(noLogin.getMessage()),
                        "give Docker more memory and processors, or run the tests when the machine has less to do"));
    }

    private static Optional<FailedAttempt> notPulled(String image, RuntimeException failure) {
        return cause(failure, ContainerFetchException.class)
                .map(notPulled -> FailedAttempt.container(
                        image,
                        "the image could not be pulled (" + FirstLine.of(root(failure)) + ")",
                        "see whether 'docker pull %s' works: a registry may need a login or a proxy, or palindrome.image"
                                        .formatted(image)
                                + " name another image"));
    }

    static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
