package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.NotCompared;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A verdict says nothing about what was not compared, and says so. */
class NotComparedTripTest {

    private static final NotCompared MASKS =
            new NotCompared("masks of columns", "error 208: no such view", Set.of(), Set.of(), Set.of());
    private static final NotCompared KEYS =
            new NotCompared("certificates and keys", "1 in this database", Set.of(), Set.of(), Set.of());

    private static RoundTrip trip(String version, NotCompared... notCompared) {
        return PlannedTrip.of(version, "users", Verdict.REVERSIBLE).made(List.of(notCompared));
    }

    @Test
    void standsBesideTheVerdict() {
        RoundTrip trip = trip("1", MASKS, KEYS);

        assertThat(trip)
                .hasToString(
                        "V1 users [V1__users.sql] U1__users.sql: REVERSIBLE (not compared: masks of columns, certificates and keys)");
        assertThat(trip.explanation()).isEqualTo("""
                V1 users [V1__users.sql] is undone by U1__users.sql.
                Not compared: masks of columns (error 208: no such view)
                Not compared: certificates and keys (1 in this database)""");
    }

    @Test
    void theReportNamesEachOnce() {
        RoundTripReport report = new RoundTripReport(List.of(trip("1", MASKS), trip("2", MASKS, KEYS)));

        assertThat(report.notCompared()).containsExactly(MASKS, KEYS);
        assertThat(report.toString()).endsWith("""

                Not compared: masks of columns (error 208: no such view)
                Not compared: certificates and keys (1 in this database)""");
        assertThat(report.isReversible()).isTrue();
    }
}
