package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.Approximation;
import dev.palindrome.engine.Approximation.Kind;
import dev.palindrome.report.ci.RepositoryFiles;
import dev.palindrome.roundtrip.PlannedTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApproximationsInReportsTest {

    private static final RoundTripReport REPORT = PlannedTrip.reportOf(PlannedTrip.of("3", "users", Verdict.REVERSIBLE)
            .made(
                    List.of(),
                    List.of(new Approximation(
                            "V3__users.sql", Kind.TRIGGER, "trigger trg is kept and does not fire", List.of(40)))));

    @Test
    void areObjectsInTheJson() {
        assertThat(RoundTripJson.of(REPORT, "a").replaceAll("\\s++", " "))
                .contains(
                        "\"approximations\": [ { \"approximation\": \"TRIGGER\", \"script\": \"V3__users.sql\", \"lines\": [",
                        "40",
                        "\"text\": \"trigger trg is kept and does not fire\"");
    }

    @Test
    void areAListOfTheirOwnInTheMarkdown() {
        assertThat(RoundTripMarkdown.of(REPORT, "a"))
                .contains("## Not as on SQL Server")
                .contains("trigger trg is kept and does not fire (line 40)");
    }

    @Test
    void areTheOutputOfATestCaseInTheXml() {
        assertThat(RoundTripXml.of(REPORT, "a", new RepositoryFiles(Optional.empty())))
                .contains(
                        "<system-out>Not as on SQL Server, in V3__users.sql: trigger trg is kept and does not fire (line 40)");
    }

    @Test
    void areBelowTheTableOfTheText() {
        assertThat(REPORT.toString())
                .contains(
                        "Not as on SQL Server: V3 users [V3__users.sql]: trigger trg is kept and does not fire (line 40)");
    }
}
