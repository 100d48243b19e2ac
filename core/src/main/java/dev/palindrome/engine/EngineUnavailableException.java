package dev.palindrome.engine;

import dev.palindrome.engine.server.FailedAttempt;
import dev.palindrome.error.PalindromeException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No database server could be had. The message lists what was tried and the ways out. */
public final class EngineUnavailableException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    private EngineUnavailableException(String message) {
        super(message);
    }

    public static EngineUnavailableException after(String headline, FailedAttempt... attempts) {
        return new EngineUnavailableException("%s%nTried:%n%s%nWays out, of which one is enough:%n%s"
                .formatted(
                        headline,
                        lines(Stream.of(attempts)
                                .map(attempt -> attempt.engine() + ": " + attempt.obstacle())
                                .toList()),
                        lines(Stream.of(attempts).map(FailedAttempt::wayOut).toList())));
    }

    private static String lines(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining(System.lineSeparator()));
    }
}
