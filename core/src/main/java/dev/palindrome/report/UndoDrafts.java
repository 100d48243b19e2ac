package dev.palindrome.report;

import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.UndoDraft;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The drafts of undo scripts written in this run. No draft takes another one's place. */
public final class UndoDrafts {

    private static final Path DIRECTORY = Path.of("target", "palindrome", "undo-drafts");

    /** Those that are written without JUnit. */
    private static final UndoDrafts OF_THIS_JVM = new UndoDrafts();

    private final Map<String, UndoDraft> written = new HashMap<>();

    /** Begins with none written. */
    public UndoDrafts() {}

    /**
     * Those of a run that has no other end than that of this JVM.
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
     * @return the file
     */
    public synchronized Path write(RoundTrip trip, String verification) {
        UndoDraft draft = trip.undoDraft().orElseThrow();
        UndoDraft first = written.computeIfAbsent(UndoDraftFile.nameFor(trip.migration()), name -> draft);
        return UndoDraftFile.write(trip, first.equals(draft) ? DIRECTORY : DIRECTORY.resolve(verification));
    }
}
