package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** JUnit's launcher finds who says where the time went, and asks at the end of a session, however many plans it had. */
class JvmSummaryTest {

    @Test
    void oneLineSaysWhereTheTimeOfAJvmWent() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            try (LauncherSession session = LauncherFactory.openSession()) {
                execute(session);
                execute(session);
                assertThat(log.lines()).noneMatch(line -> line.contains(" in this JVM: "));
            }
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("INFO Palindrome in this JVM: "))
                    .singleElement()
                    .asString()
                    .containsPattern("\\d+ starts? [\\d.]+ m?s(?: \\(slowest: .*\\))?, ")
                    .containsPattern("\\d+ migrations? [\\d.]+ m?s \\(slowest: .*\\), ")
                    .containsPattern("\\d+ resets? [\\d.]+ m?s \\(slowest: .*\\)\\.");
        }
    }

    private static void execute(LauncherSession session) {
        session.getLauncher()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(ResetCases.Default.class))
                        .configurationParameter("palindrome.engine", "embedded")
                        .build());
    }
}
