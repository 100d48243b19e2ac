package dev.palindrome.report.html;

import dev.palindrome.roundtrip.RoundTrip;
import java.time.Duration;
import java.util.List;

/** How long the ways took, as bars: all migrations on one scale. */
final class TimeBars {

    static final List<String> WAYS = List.of("up", "down", "up again");

    private static final double FULL = 100;
    private static final double LEAST = 0.8;

    private final long longestWay;
    private final long longestSum;

    TimeBars(List<RoundTrip> trips) {
        longestWay = trips.stream()
                .flatMap(trip -> trip.took().stream())
                .mapToLong(Duration::toNanos)
                .max()
                .orElse(0);
        longestSum = trips.stream().mapToLong(TimeBars::sum).max().orElse(0);
    }

    private static long sum(RoundTrip trip) {
        return trip.took().stream().mapToLong(Duration::toNanos).sum();
    }

    static String milliseconds(Duration took) {
        return took.isZero() ? "–" : took.toMillis() == 0 ? "< 1 ms" : took.toMillis() + " ms";
    }

    /** Which colour is which way. */
    static void legend(HtmlWriter html) {
        html.open("p", "class", "legend").text("Times:");
        for (int way = 0; way < WAYS.size(); way++) {
            html.open("span").open("svg", "viewBox", "0 0 8 8", "width", "10", "height", "10", "aria-hidden", "true");
            rectangle("way" + way, 0, 8, html);
            html.close().text(" " + WAYS.get(way)).close();
        }
        html.close();
    }

    /** All three ways behind each other, in the line of a migration. */
    void line(RoundTrip trip, HtmlWriter html) {
        html.open("span", "class", "time");
        html.open("svg", "class", "ways", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true");
        double at = 0;
        for (int way = 0; way < WAYS.size(); way++) {
            double width = longestSum == 0 ? 0 : FULL * trip.took().get(way).toNanos() / longestSum;
            if (width > 0) {
                rectangle("way" + way, at, Math.max(width, LEAST), html);
            }
            at += width;
        }
        html.close();
        html.element("span", milliseconds(Duration.ofNanos(sum(trip))), "class", "ms");
        html.close();
    }

    /** A line for each way. */
    void table(RoundTrip trip, HtmlWriter html) {
        html.open("table", "class", "times");
        html.element("caption", "Times of up, down and up again", "class", "hidden");
        for (int way = 0; way < WAYS.size(); way++) {
            Duration took = trip.took().get(way);
            html.open("tr").element("th", WAYS.get(way), "scope", "row").open("td", "class", "bar-cell");
            html.open(
                    "svg",
                    "class",
                    "ways",
                    "viewBox",
                    "0 0 100 8",
                    "preserveAspectRatio",
                    "none",
                    "aria-hidden",
                    "true");
            if (!took.isZero() && longestWay > 0) {
                rectangle("way" + way, 0, Math.max(FULL * took.toNanos() / longestWay, LEAST), html);
            }
            html.close()
                    .close()
                    .element("td", milliseconds(took), "class", "ms")
                    .close();
        }
        html.close();
    }

    private static void rectangle(String kind, double at, double width, HtmlWriter html) {
        html.open("rect", "class", kind, "x", number(at), "width", number(width), "height", "8")
                .close();
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 100) / 100.0);
    }
}
