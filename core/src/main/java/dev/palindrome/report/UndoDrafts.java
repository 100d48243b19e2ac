package dev.palindrome.report;

import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.UndoDraft;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The drafts of undo scripts that this JVM has written. No draft takes the place of another database's. */
public final class UndoDrafts {

    private static final Path DIRECTORY = Path.of("target", "palindrome", "undo-drafts");

    private static final UndoDrafts OF_THIS_JVM = new UndoDrafts();

    private final Map<String, Written> written = new HashMap<>();

    private record Written(UndoDraft draft, String verification) {}

    private UndoDrafts() {}

    /**
     * One for all, with JUnit or without: they write to one directory.
     *
     * @return always the same
     */
    public static UndoDrafts ofThisJvm() {
        return OF_THIS_JVM;
    }

    /**
     * Writes a round trip's draft; where another database has a migration of the same name, to a directory of its own.
     *
     * @param trip that has a draft
     * @param verification the name of that directory
     * @return the file; empty where it cannot be written, which is warned of
     */
    public synchronized Optional<Path> write(RoundTrip trip, String verification) {
        UndoDraft draft = trip.undoDraft().orElseThrow();
        Written now = new Written(draft, verification);
        Written last = written.merge(
                UndoDraftFile.nameFor(trip.migration()),
                now,
                (first, next) -> first.verification().equals(verification) ? next : first);
        return UndoDraftFile.write(trip, last.draft().equals(draft) ? DIRECTORY : DIRECTORY.resolve(verification));
    }
}
