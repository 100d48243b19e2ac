package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever stands in names, scripts and drafts: what people and CI read of a verdict steers nobody. */
class VisibleVerdictTest {

    private static final String HOSTILE = "a\u001b[2J\n::error::b ##vso[task.setvariable]c";
    private static final String SQL = "CREATE VIEW [v\u001b[2J] AS\n::error::SELECT 1\rx;\n";

    private static RoundTrip trip() {
        return PlannedTrip.of("3", HOSTILE, Verdict.NOT_RESTORED)
                .because(HOSTILE)
                .differing("table [dbo].\\[a\\u001B\\n::error::]\n  column [b] INT NULL", "table [dbo].[c]")
                .losing(new DataLoss("dbo." + HOSTILE, "d", 1))
                .drafted(SQL, "tried: " + HOSTILE)
                .noting(HOSTILE)
                .made(List.of(new NotCompared(HOSTILE, HOSTILE, Set.of(), Set.of(), Set.of())));
    }

    private static void assertThatItSteersNobody(String text) {
        assertThat(text).contains("\u241b[2J", "#\\#vso[").isEqualTo(VisibleText.lines(text));
        assertThat(text.lines().map(String::strip)).noneMatch(line -> line.startsWith("::"));
    }

    @Test
    void whatIsSaidOfAMigrationSteersNobody() {
        assertThatItSteersNobody(trip().explanation());
        assertThatItSteersNobody(trip().summary());
        assertThatItSteersNobody(trip().toString());
        assertThatThrownBy(trip()::assertReversible)
                .satisfies(error -> assertThatItSteersNobody(String.valueOf(error.getMessage())));
    }

    @Test
    void whatIsSaidOfAllSteersNobody() {
        RoundTripReport report = new RoundTripReport(List.of(trip()));

        assertThatItSteersNobody(report.toString());
        assertThatThrownBy(report::assertReversible)
                .satisfies(error -> assertThatItSteersNobody(String.valueOf(error.getMessage())));
    }

    @Test
    void whatIsSaidOfASchemaSteersNobody() {
        String diff = trip().schemaDiff().toString();

        assertThat(diff).contains("\u241b").isEqualTo(VisibleText.lines(diff));
    }

    @Test
    void theDraftItselfCanBeRun() {
        assertThat(trip().undoDraft().orElseThrow().sql()).isEqualTo(SQL);
    }
}
