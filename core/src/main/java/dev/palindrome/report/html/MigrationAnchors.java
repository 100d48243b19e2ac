package dev.palindrome.report.html;

import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.RoundTrip;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a link to a migration on the page ends with: {@code v3}, or for a repeatable one {@code r-views}. */
public final class MigrationAnchors {

    private final Map<Migration, String> anchors = new HashMap<>();

    private MigrationAnchors() {}

    /** Those of a report, each once; the same at every run. */
    public static MigrationAnchors of(List<RoundTrip> trips) {
        MigrationAnchors all = new MigrationAnchors();
        Set<String> taken = new HashSet<>();
        for (RoundTrip trip : trips) {
            String plain = plain(trip.migration());
            String anchor = plain;
            for (int number = 2; !taken.add(anchor); number++) {
                anchor = plain + "-" + number;
            }
            all.anchors.put(trip.migration(), anchor);
        }
        return all;
    }

    private static String plain(Migration migration) {
        String name = migration.isRepeatable() ? "r-" + migration.description() : "v" + migration.version();
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    }

    /** The part behind the {@code #}. */
    public String of(Migration migration) {
        return Objects.requireNonNull(anchors.get(migration));
    }
}
