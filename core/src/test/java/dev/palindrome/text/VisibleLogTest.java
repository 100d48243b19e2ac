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

    @Test
    void anErrorBehindTheValuesKeepsItsStackTrace() {
        Exception error = new IllegalStateException("plain");
        try (CapturedLog captured = new CapturedLog(VisibleLogTest.class)) {
            log.debug("It is {}", 7, error);
            log.debug("It is {}", error);
            log.warn("It is so", error);

            assertThat(captured.lines())
                    .containsExactly(
                            "DEBUG It is 7", "DEBUG It is java.lang.IllegalStateException: plain", "WARN It is so");
            assertThat(captured.errors()).containsExactly(error, error);
        }
    }

    @Test
    void whatAnErrorSaysNeitherEndsItsLineNorSteersATerminal() {
        Exception cause = new IllegalArgumentException(NAME);
        Exception error = new IllegalStateException("plain", cause);
        error.addSuppressed(new IllegalStateException(NAME, error));
        try (CapturedLog captured = new CapturedLog(VisibleLogTest.class)) {
            log.debug("It is {}", 7, error);

            Throwable logged = captured.errors().get(0);
            assertThat(logged).hasToString("java.lang.IllegalStateException: plain");
            assertThat(logged.getStackTrace()).isEqualTo(error.getStackTrace());
            assertThat(logged.getCause())
                    .hasToString("java.lang.IllegalArgumentException: a\u241b[31m ::error::b {} c");
            assertThat(logged.getSuppressed()[0])
                    .hasToString("java.lang.IllegalStateException: a\u241b[31m ::error::b {} c")
                    .hasNoCause();
        }
    }
}
