package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.definition.DatabaseMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadRunsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final Duration OLD = Duration.ofHours(25).plusMinutes(1);
    private static final DatabaseMark OF_LIVING_RUN =
            new DatabaseMark("here", 7, Instant.parse("2026-11-10T00:00:00Z"));

    private final DeadRuns deadRuns = new DeadRuns(NOW, OF_LIVING_RUN::equals);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            palindrome_a | PT25H1M | host=ci; process=1; made=2026-11-21T16:59:59Z   | true  | both say that it is old
            palindrome_a | PT25H   | host=ci; process=1; made=2020-01-01T00:00:00Z   | false | the client's clock was wrong
            palindrome_a | PT1M    | host=ci; process=1; made=2026-11-01T00:00:00Z   | false | somebody has restored a backup
            palindrome_a | -PT2H   | host=ci; process=1; made=2026-11-01T00:00:00Z   | false | the server's clock was put back
            palindrome_a | PT99H   | host=ci; process=1; made=2026-11-21T17:00:00Z   | false | the run may be alive
            palindrome_a | PT99H   | host=ci; process=1; made=2026-11-23T18:00:00Z   | false | another machine's clock
            palindrome_a | PT99H   | host=here; process=7; made=2026-11-10T00:00:00Z | false | its process is there
            palindrome_a | PT99H   | host=here; process=8; made=2026-11-10T00:00:00Z | true  | its process is gone
            palindrome_a | PT99H   | somebody else's                                 | false | not our mark
            production   | PT99H   | host=ci; process=1; made=2020-01-01T00:00:00Z   | false | not our prefix
            Palindrome_a | PT99H   | host=ci; process=1; made=2020-01-01T00:00:00Z   | false | not our prefix either
            """)
    void areToldFromWhatIsLeftAlone(String name, Duration age, String mark, boolean dropped, String why) {
        assertThat(deadRuns.among(List.of(new DeadRuns.Marked(new DeadRuns.Found(name, age), mark))))
                .as(why)
                .isEqualTo(dropped ? List.of(name) : List.of());
    }

    @Test
    void onlyMarksThatMatterAreRead() {
        DeadRuns.Found old = new DeadRuns.Found("palindrome_a", OLD);
        DeadRuns.Found young = new DeadRuns.Found("palindrome_b", Duration.ofHours(1));

        assertThat(DeadRuns.candidates(List.of(old, young))).containsExactly(old);
    }

    @Test
    void backupsAreToldByTheirDescription() {
        SqlServerBackups.File old = backup("host=ci; process=1; made=2026-11-21T16:59:59Z", OLD);
        SqlServerBackups.File young = backup("host=ci; process=1; made=2026-11-21T16:59:59Z", Duration.ofHours(1));
        SqlServerBackups.File ofLivingRun = backup(OF_LIVING_RUN.text(), OLD);
        SqlServerBackups.File foreign = backup("Full backup of Sunday", OLD);

        assertThat(deadRuns.amongBackups(List.of(old, young, ofLivingRun, foreign)))
                .containsExactly(old);
    }

    private static SqlServerBackups.File backup(String description, Duration age) {
        return new SqlServerBackups.File("/data/palindrome_a_1.bak", "palindrome_a", description, "A-1", age);
    }
}
