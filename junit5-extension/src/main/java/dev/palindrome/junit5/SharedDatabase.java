package dev.palindrome.junit5;

import dev.palindrome.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A database, and how many tests are working on it. Once it is retired no new test comes, and the last to leave drops it,
 * so that a test that failed takes nothing away from those that run at the same time. Guarded by its
 * {@link ClassDatabase}.
 */
final class SharedDatabase {

    private final TestDatabase database;
    private final Resets resets;
    private int tests;
    private boolean retired;
    private Optional<Path> note = Optional.empty();

    SharedDatabase(TestDatabase database, Resets resets) {
        this.database = database;
        this.resets = resets;
    }

    TestDatabase database() {
        return database;
    }

    Resets resets() {
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

    /** Keeps the database at the first call; later ones are told where that is. */
    Path keep(Path directory) {
        Path kept = note.orElseGet(() -> database.keep(directory));
        note = Optional.of(kept);
        return kept;
    }

    private void dropIfDone() {
        if (retired && tests == 0) {
            close();
        }
    }

    /** Drops the database, whoever is still working on it. */
    void close() {
        try {
            resets.close();
        } finally {
            database.close();
        }
    }
}
