package dev.palindrome.check.command;

/** The arguments cannot be understood. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message + " --help says what there is.");
    }
}
