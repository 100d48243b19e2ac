package dev.palindrome.check;

import dev.palindrome.check.command.CheckCommand;
import java.nio.file.Path;

/**
 * Checks migrations from the command line, or before a commit: {@code java -cp … dev.palindrome.check.Main db/migration}.
 * {@code --help} says what else it takes.
 */
public final class Main {

    private Main() {}

    /**
     * Checks, and ends the JVM with 0 where all is well, with 1 where something was found, and with 2 where it could not
     * check.
     *
     * @param arguments folders, and options that begin with two hyphens
     */
    public static void main(String... arguments) {
        System.exit(new CheckCommand(System.out, System.err, Path.of("")).run(arguments));
    }
}
