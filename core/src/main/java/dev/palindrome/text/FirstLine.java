package dev.palindrome.text;

import java.util.Optional;

/** The first line of an error's message, without a full stop at its end, to be quoted in a sentence. */
public final class FirstLine {

    private FirstLine() {}

    /**
     * The first line of a message.
     *
     * @param error any
     * @return the name of the error's class where it has no message
     */
    public static String of(Throwable error) {
        return Optional.ofNullable(error.getMessage())
                .flatMap(message -> HiddenValues.bare(error, message).lines().findFirst())
                .map(line -> line.replaceFirst("\\.\\s*$", ""))
                .orElseGet(() -> error.getClass().getSimpleName());
    }
}
