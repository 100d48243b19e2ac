package dev.palindrome.report.words;

import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import java.time.Duration;
import java.util.Locale;

/** Says which part of a round trip's time its scripts took: most of it goes elsewhere. */
public final class TimeOfScripts {

    private TimeOfScripts() {}

    /**
     * What times of migrations are the times of.
     *
     * @param report whose run may not be known, as in tests of what is done with a report
     * @return a sentence or two
     */
    public static String sentence(RoundTripReport report) {
        Duration scripts = report.roundTrips().stream()
                .map(RoundTrip::took)
                .flatMap(ways -> ways.stream())
                .reduce(Duration.ZERO, Duration::plus);
        return report.run()
                .map(run -> "Times are those of the scripts alone: " + seconds(scripts) + " of " + seconds(run.took())
                        + ". The rest went into making databases, filling tables with rows, reading and comparing schemas"
                        + " and rows, and trying drafts.")
                .orElse("Times are those of the scripts alone.");
    }

    /**
     * A length of time as people read it.
     *
     * @param took rounded down to milliseconds, or to tenths of a second
     * @return such as {@code 384 ms} or {@code 5.8 s}
     */
    public static String seconds(Duration took) {
        return took.toMillis() < 1000
                ? took.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
