package dev.palindrome.junit5.scope;

import dev.palindrome.report.UndoDraftFile;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.UndoDraft;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The drafts of undo scripts written in this run. No draft takes another one's place. */
public final class UndoDrafts {

    private static final Path DIRECTORY = Path.of("target", "palindrome", "undo-drafts");

    private final Map<String, UndoDraft> written = new HashMap<>();

    /**
     * Writes a round trip's draft; where another database has a migration of the same name, to a directory of its own.
     *
     * @param verification the name of that directory
     */
    public synchronized Path write(RoundTrip trip, String verification) {
        UndoDraft draft = trip.undoDraft().orElseThrow();
        UndoDraft first = written.computeIfAbsent(UndoDraftFile.nameFor(trip.migration()), name -> draft);
        return UndoDraftFile.write(trip, first.equals(draft) ? DIRECTORY : DIRECTORY.resolve(verification));
    }
}
