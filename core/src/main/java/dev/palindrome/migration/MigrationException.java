package dev.palindrome.migration;

import dev.palindrome.error.PalindromeException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A migration or its undo failed, or the set of migrations is not one that can be run. */
public final class MigrationException extends PalindromeException {

    private static final long serialVersionUID = 1L;

    /** The script's name; null where no single script is to blame. */
    private final @Nullable String script;

    /** From 1; 0 where it is not known. */
    private final int line;

    /** Where the script was found; null where that is not known. */
    private final @Nullable String source;

    /**
     * Makes one where no single script is to blame.
     *
     * @param message what failed, where, and the next step
     */
    public MigrationException(String message) {
        super(message);
        this.script = null;
        this.line = 0;
        this.source = null;
    }

    /**
     * Makes one with a cause where no single script is to blame.
     *
     * @param message what failed, where, and the next step
     * @param cause what came before it
     */
    public MigrationException(String message, Throwable cause) {
        super(message, cause);
        this.script = null;
        this.line = 0;
        this.source = null;
    }

    MigrationException(String message, String script, int line) {
        super(message);
        this.script = script;
        this.line = line;
        this.source = null;
    }

    /**
     * Makes one about a script.
     *
     * @param message what failed, where, and the next step
     * @param script its path below its location, or the class's name for a Java migration
     * @param line from 1; 0 where it is not known
     * @param source where the script was found; empty where that is not known
     * @param cause what came before it
     */
    public MigrationException(String message, String script, int line, Optional<String> source, Throwable cause) {
        super(message, cause);
        this.script = script;
        this.line = line;
        this.source = source.orElse(null);
    }

    /**
     * The script that failed.
     *
     * @return its path below its location, or the class's name for a Java migration; empty where no single script is to
     *     blame
     */
    public Optional<String> script() {
        return Optional.ofNullable(script);
    }

    /**
     * The script with its line.
     *
     * @return empty where either is not known
     */
    public Optional<ScriptPlace> place() {
        return script == null || line <= 0 ? Optional.empty() : Optional.of(new ScriptPlace(script, line));
    }

    /**
     * Where the script was found when it was read.
     *
     * @return a URL, or a path, whose name is written as it is; empty where that is not known
     */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /**
     * Where in the script.
     *
     * @return the line, from 1; empty where it is not known
     */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }
}
