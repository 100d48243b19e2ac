package dev.palindrome.engine.selection;

import dev.palindrome.engine.EngineUnavailableException;
import dev.palindrome.engine.server.FailedAttempt;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Engines of which none could be had.
 *
 * @param headline what was asked for
 * @param attempts in the order in which they were made
 */
record TriedEngines(String headline, List<FailedAttempt> attempts) {

    static TriedEngines of(String headline, FailedAttempt... attempts) {
        return new TriedEngines(headline, List.of(attempts));
    }

    EngineUnavailableException exception() {
        return new EngineUnavailableException("%s%nTried:%n%s%nWays out, of which one is enough:%n%s"
                .formatted(
                        headline,
                        lines(attempts.stream()
                                .map(attempt -> attempt.engine() + ": " + attempt.obstacle())
                                .toList()),
                        lines(attempts.stream().map(FailedAttempt::wayOut).toList())));
    }

    private static String lines(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining(System.lineSeparator()));
    }
}
