package dev.palindrome.report.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** When something was, the same wherever the page was written and is read. */
final class Moment {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moment() {}

    static void write(Instant when, HtmlWriter html) {
        html.element(
                "time",
                WHEN.format(when),
                "datetime",
                when.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
