package dev.palindrome.roundtrip;

import dev.palindrome.engine.Approximation;
import dev.palindrome.migration.Migration;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.text.TextTable;
import dev.palindrome.text.VisibleText;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of sending every migration up, down and up again. Immutable. */
public final class RoundTripReport {

    private static final List<String> TITLES = List.of("version", "description", "verdict", "up", "down", "up again");

    private final List<RoundTrip> roundTrips;
    private final Optional<RoundTripRun> run;
    private final Map<String, String> sources;

    RoundTripReport(List<RoundTrip> roundTrips) {
        this(roundTrips, Optional.empty(), Map.of());
    }

    /** @param sources where the scripts were found, by their names */
    RoundTripReport(List<RoundTrip> roundTrips, Optional<RoundTripRun> run, Map<String, String> sources) {
        this.roundTrips = List.copyOf(roundTrips);
        this.run = run;
        this.sources = Map.copyOf(sources);
    }

    /**
     * Where and when they were made.
     *
     * @return missing only where nobody has made them, as in tests of what is done with a report
     */
    public Optional<RoundTripRun> run() {
        return run;
    }

    /**
     * One for each migration.
     *
     * @return versioned ones by version, then repeatable ones
     */
    public List<RoundTrip> roundTrips() {
        return roundTrips;
    }

    /**
     * Where a script was found when it was read.
     *
     * @param script its path below its location, or the class's name of a Java migration
     * @return a URL, or a path, whose name is written as it is; empty where that is not known
     */
    public Optional<String> sourceOf(String script) {
        return Optional.ofNullable(sources.get(script));
    }

    /**
     * What could not be compared, of whatever migration. No verdict speaks about it.
     *
     * @return each once; nothing where everything was compared
     */
    public List<NotCompared> notCompared() {
        return roundTrips.stream().map(RoundTrip::notCompared).reduce(List.of(), NotCompared::union);
    }

    /**
     * The same, with the files that drafts were written to.
     *
     * @param write writes the draft of a round trip that has one, and returns the file, if it could
     * @return another report
     */
    public RoundTripReport withDraftsAt(Function<RoundTrip, Optional<Path>> write) {
        return new RoundTripReport(
                roundTrips.stream()
                        .map(trip -> trip.undoDraft()
                                .flatMap(draft -> write.apply(trip))
                                .map(trip::withDraftAt)
                                .orElse(trip))
                        .toList(),
                run,
                sources);
    }

    /**
     * The same, with the place of a report that shows each; failures then name it.
     *
     * @param place where a migration is shown
     * @return another report
     */
    public RoundTripReport withReportAt(Function<Migration, URI> place) {
        return new RoundTripReport(
                roundTrips.stream()
                        .map(trip -> trip.withReportAt(place.apply(trip.migration())))
                        .toList(),
                run,
                sources);
    }

    /**
     * Whether every verdict passes.
     *
     * @return true where {@link #assertReversible} does not throw
     */
    public boolean isReversible() {
        return roundTrips.stream().allMatch(trip -> trip.verdict().passes());
    }

    /**
     * Fails where a verdict does not pass.
     *
     * @throws NotReversibleError whose message explains each that does not
     */
    public void assertReversible() {
        List<RoundTrip> failed =
                roundTrips.stream().filter(trip -> !trip.verdict().passes()).toList();
        if (!failed.isEmpty()) {
            throw new NotReversibleError("Expecting "
                    + (roundTrips.size() == 1 ? "the migration" : "all " + roundTrips.size() + " migrations")
                    + " to be reversible, but "
                    + (roundTrips.size() == 1 ? "it" : failed.size()) + (failed.size() == 1 ? " is" : " are")
                    + " not:\n\n"
                    + failed.stream().map(RoundTrip::explanation).collect(Collectors.joining("\n\n")));
        }
    }

    /**
     * A table with a line for each migration; below it where that was, why those fail that do, the notes, what was not
     * compared, and what the embedded engine does otherwise.
     */
    @Override
    public String toString() {
        return VisibleText.lines(TextTable.of(
                        TITLES, roundTrips.stream().map(RoundTripReport::cells).toList())
                + run.map(where -> "\n" + where).orElse("")
                + roundTrips.stream()
                        .filter(trip -> !trip.verdict().passes())
                        .map(trip -> "\n" + trip.summary())
                        .collect(Collectors.joining())
                + roundTrips.stream().flatMap(RoundTripReport::notes).collect(Collectors.joining())
                + notCompared().stream().map(each -> "\nNot compared: " + each).collect(Collectors.joining())
                + roundTrips.stream().flatMap(RoundTripReport::approximations).collect(Collectors.joining()));
    }

    private static Stream<String> approximations(RoundTrip trip) {
        String all = trip.approximations().stream().map(Approximation::toString).collect(Collectors.joining("; "));
        return Stream.of(all)
                .filter(text -> !text.isEmpty())
                .map(text -> "\nNot as on SQL Server: " + trip.migration() + ": " + text);
    }

    private static Stream<String> notes(RoundTrip trip) {
        return trip.notes().stream().map(note -> "\nNote on " + trip.migration() + ": " + note);
    }

    private static List<String> cells(RoundTrip trip) {
        List<String> cells = new ArrayList<>();
        cells.add(trip.migration().version());
        cells.add(VisibleText.line(trip.migration().description()));
        cells.add(trip.verdict().toString());
        trip.took().forEach(duration -> cells.add(duration.equals(Duration.ZERO) ? "-" : duration.toMillis() + " ms"));
        return cells;
    }
}
