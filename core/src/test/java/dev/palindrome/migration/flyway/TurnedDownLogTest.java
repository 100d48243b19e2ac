package dev.palindrome.migration.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import org.flywaydb.core.api.logging.Log;
import org.junit.jupiter.api.Test;

class TurnedDownLogTest {

    private final Log log = new TurnedDownLog().createLogger(TurnedDownLogTest.class);

    @Test
    void whatFlywaySaysWhilePalindromeRunsItIsTurnedDown() {
        try (CapturedLog lines = new CapturedLog(TurnedDownLogTest.class)) {
            TurnedDownLog.in(() -> {
                log.info("Migrating schema");
                log.notice("A notice");
                log.warn("Out of order");
                log.warn("Using H2 2.5.252 which is newer than the version Flyway has been verified with.");
                log.error("Migration failed! Please restore backups and roll back database and code!");
                log.error("Cannot connect");
                return log;
            });

            assertThat(lines.lines())
                    .containsExactly(
                            "DEBUG Migrating schema",
                            "DEBUG A notice",
                            "WARN Out of order",
                            "DEBUG Using H2 2.5.252 which is newer than the version Flyway has been verified with.",
                            "DEBUG Migration failed! Please restore backups and roll back database and code!",
                            "ERROR Cannot connect");
        }
    }

    @Test
    void whatItSaysToOthersIsPassedOn() {
        try (CapturedLog lines = new CapturedLog(TurnedDownLogTest.class)) {
            TurnedDownLog.in(() -> log);
            log.debug("Starting");
            log.info("Migrating schema");
            log.error("Please restore backups", new IllegalStateException("gone"));

            assertThat(lines.lines())
                    .containsExactly("DEBUG Starting", "INFO Migrating schema", "ERROR Please restore backups");
        }
    }
}
