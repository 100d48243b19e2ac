package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.error.PalindromeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A database, and how many tests are working on it. Once it is retired no new test comes, and the last to leave drops it,
 * so that a test that failed takes nothing away from those that run at the same time. Guarded by its
 * {@link ClassDatabase}.
 */
final class SharedDatabase implements AutoCloseable {

    private final TestDatabase database;
    private final DatabaseResets resets;
    private int tests;
    private boolean retired;
    private int kept;
    private Optional<Path> note = Optional.empty();

    SharedDatabase(TestDatabase database, DatabaseResets resets) {
        this.database = database;
        this.resets = resets;
    }

    TestDatabase database() {
        return database;
    }

    DatabaseResets resets() {
        return resets;
    }

    void enter() {
        tests++;
    }

    void leave() {
        tests--;
        dropIfDone();
    }

    void retire() {
        retired = true;
        dropIfDone();
    }

    /**
     * Keeps the database. Where tests can have left it like this together, that is done once, and later calls are told
     * where; where each has begun with the same, each call makes a copy, all but the first in directories of their own.
     *
     * @param failed whose failure is the reason; the note names the first
     */
    Path keep(Path directory, Optional<String> failed) {
        Path written = note.filter(earlier -> !resets.isBeforeEach()).orElseGet(() -> keepNext(directory, failed));
        note = Optional.of(written);
        return written;
    }

    private Path keepNext(Path directory, Optional<String> failed) {
        Path written = database.keep(kept == 0 ? directory : directory.resolve(Integer.toString(kept + 1)));
        kept++;
        failed.ifPresent(test -> name(test, written));
        return written;
    }

    private static void name(String test, Path note) {
        try {
            Files.writeString(note, "\nKept because %s failed.\n".formatted(test), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new PalindromeException(
                    "The note %s is written, but not that it is about %s: %s".formatted(note, test, e.getMessage()), e);
        }
    }

    /**
     * Whether the tests that follow can go on with what was kept: a copy is, and the next reset puts the rest back. What is
     * hosted they have to go on with: an application is connected to it.
     */
    boolean goesOn() {
        return resets.isHosted() || (resets.isBeforeEach() && !database.isKept());
    }

    private void dropIfDone() {
        if (retired && tests == 0) {
            close();
        }
    }

    /** Drops the database, whoever is still working on it. One that is hosted stays, without what the class has added. */
    @Override
    public void close() {
        if (resets.isHosted()) {
            resets.end();
        } else {
            database.close();
        }
    }
}
