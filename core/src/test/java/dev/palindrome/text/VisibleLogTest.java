package dev.palindrome.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VisibleLogTest {

    private static final String NAME = "a\u001b[31m\n::error::b {} c";

    private final VisibleLog log = VisibleLog.of(VisibleLogTest.class);

    @Test
    void aValueNeitherEndsItsLineNorSteersATerminal() {
        try (CapturedLog captured = new CapturedLog(VisibleLogTest.class)) {
            log.warn("The table {} of {} is gone.", NAME, 7);
            log.info("{}", NAME);
            log.debug("{} {}", Arrays.asList("x\ny", null), null);

            assertThat(captured.lines())
                    .containsExactly(
                            "WARN The table a\u241b[31m ::error::b {} c of 7 is gone.",
                            "INFO a\u241b[31m ::error::b {} c",
                            "DEBUG [x y, null] null");
        }
    }

    @Test
    void aWholeTextKeepsItsLines() {
        try (CapturedLog captured = new CapturedLog(VisibleLogTest.class)) {
            log.warn("Of these:\n  " + NAME);

            assertThat(captured.lines()).containsExactly("WARN Of these:\n  a\u241b[31m\n\\::error::b {} c");
        }
    }
}
