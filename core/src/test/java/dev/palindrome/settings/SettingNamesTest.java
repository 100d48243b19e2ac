package dev.palindrome.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingNamesTest {

    private static final Pattern SETTING = Pattern.compile("`(palindrome\\.[a-z-]+)`");

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
                            + " Palindrome's and has no effect. Those that it reads are palindrome.accept-license,"
                            + " palindrome.column-order, palindrome.engine, palindrome.image, palindrome.keep,"
                            + " palindrome.password, palindrome.random-seed, palindrome.report-dir,"
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

    @Test
    void everySettingOfTheGuideIsKnown() throws IOException {
        List<String> settings = settingsOfTheGuide();
        assertThat(settings).hasSize(14);
        try (CapturedLog log = new CapturedLog(Settings.class)) {
            SettingNames.check(settings, "page");

            assertThat(log.lines()).isEmpty();
        }
    }

    private static List<String> settingsOfTheGuide() throws IOException {
        List<String> settings = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "engines.md"))) {
            lines.filter(line -> line.startsWith("| `palindrome.")).forEach(line -> {
                Matcher names = SETTING.matcher(line.split("\\|")[1]);
                names.results().forEach(name -> settings.add(name.group(1)));
            });
        }
        return settings;
    }
}
