package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadRunsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            palindrome_a | host=ci; process=1; made=2026-11-21T17:59:59Z | true  | older than a day
            palindrome_a | host=ci; process=1; made=2026-11-21T18:00:00Z | false | a day old
            palindrome_a | host=ci; process=1; made=2026-11-22T17:00:00Z | false | the run may be alive
            palindrome_a | host=ci; process=1; made=2026-11-23T18:00:00Z | false | another machine's clock
            palindrome_a | somebody else's                               | false | not our mark
            production   | host=ci; process=1; made=2020-01-01T00:00:00Z | false | not our prefix
            Palindrome_a | host=ci; process=1; made=2020-01-01T00:00:00Z | false | not our prefix either
            """)
    void areToldFromWhatIsLeftAlone(String name, String mark, boolean dropped, String why) {
        assertThat(DeadRuns.among(Map.of(name, mark), NOW)).as(why).isEqualTo(dropped ? List.of(name) : List.of());
    }

    @Test
    void backupsAreToldByTheirDescription() {
        SqlServerBackups.File old = backup("host=ci; process=1; made=2026-11-21T17:59:59Z");
        SqlServerBackups.File young = backup("host=ci; process=1; made=2026-11-22T17:00:00Z");
        SqlServerBackups.File foreign = backup("Full backup of Sunday");

        assertThat(DeadRuns.amongBackups(List.of(old, young, foreign), NOW)).containsExactly(old);
    }

    private static SqlServerBackups.File backup(String description) {
        return new SqlServerBackups.File("/data/palindrome_a_1.bak", "palindrome_a", description);
    }
}
