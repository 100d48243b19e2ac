package dev.palindrome.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingNamesTest {

    @Test
    void aMisspeltNameIsToldOnceWithTheNearestKnown() {
        try (CapturedLog log = new CapturedLog(Settings.class)) {
            SettingNames.check(List.of("palindrome.resuse", "java.home"), "system property");
            SettingNames.check(List.of("palindrome.resuse"), "system property");

            assertThat(log.lines())
                    .containsExactly(
                            "WARN The system property palindrome.resuse is no setting of Palindrome's and has no"
                                    + " effect. Is palindrome.reuse meant?");
        }
    }

    @Test
    void whereNoneIsNearAllAreNamed() {
        try (CapturedLog log = new CapturedLog(Settings.class)) {
            SettingNames.check(List.of("palindrome.database-directory"), "system property");

            assertThat(log.lines())
                    .containsExactly("WARN The system property palindrome.database-directory is no setting of"
                            + " Palindrome's and has no effect. Those that it reads are palindrome.accept-license, palindrome.allow-unmasked,"
                            + " palindrome.ci, palindrome.column-order, palindrome.engine, palindrome.image, palindrome.keep,"
                            + " palindrome.mask-key, palindrome.not-compared, palindrome.password, palindrome.random-seed, palindrome.report-dir,"
                            + " palindrome.report-leaks, palindrome.reuse, palindrome.round-trip-from,"
                            + " palindrome.update-schema, palindrome.url, palindrome.username.");
        }
    }

    @Test
    void askingForSettingsLooksAtTheSystemsProperties() {
        System.setProperty("palindrome.engnie", "embedded");
        try (CapturedLog log = new CapturedLog(Settings.class)) {
            Settings.system();

            assertThat(log.lines())
                    .contains("WARN The system property palindrome.engnie is no setting of Palindrome's and has no"
                            + " effect. Is palindrome.engine meant?");
        } finally {
            System.clearProperty("palindrome.engnie");
        }
    }
}
