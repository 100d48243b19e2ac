package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResetReportTest {

    @Test
    void namesSteerNeitherATerminalNorACi() {
        ResetReport report = new ResetReport(
                ResetStrategy.TABLES, "dbo.x\n::error::\u001b[2J: 1 row added", List.of(), Duration.ofMillis(2));

        assertThat(report.reason()).isEqualTo("dbo.x\n\\::error::\u241b[2J: 1 row added");
        assertThat(report).hasToString("TABLES in 2.000 ms: dbo.x \\::error::\u241b[2J: 1 row added");
    }
}
