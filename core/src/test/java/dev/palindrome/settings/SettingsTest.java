package dev.palindrome.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.error.PalindromeException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    /** The one variable that is set wherever this test runs. */
    private static final String VARIABLE = "PATH";

    @ParameterizedTest
    @CsvSource({
        "palindrome.engine, PALINDROME_ENGINE",
        "palindrome.accept-license, PALINDROME_ACCEPT_LICENSE",
        "palindrome.random-seed, PALINDROME_RANDOM_SEED"
    })
    void eachSettingHasAnEnvironmentVariable(String setting, String variable) {
        assertThat(Settings.environmentName(setting)).isEqualTo(variable);
    }

    @Test
    void theEnvironmentIsAskedBeforeWhatTheCallerAdds() {
        Settings settings = Settings.system().orElse(name -> Optional.of("caller's"));
        assertThat(settings.find("path")).contains(System.getenv(VARIABLE).strip());
        assertThat(settings.find("palindrome.no-such-setting")).contains("caller's");
    }

    @Test
    void aSystemPropertyStandsAboveTheEnvironment() {
        System.setProperty("path", "property's");
        try {
            assertThat(Settings.system().find("path")).contains("property's");
        } finally {
            System.clearProperty("path");
        }
    }

    @Test
    void valuesLoseTheSpaceAroundThem() {
        assertThat(settings(Map.of("a", " x y ")).find("a")).contains("x y");
    }

    @Test
    void aBlankValueIsNoneAndTheNextSourceIsAsked() {
        Settings blank = settings(Map.of("a", "  "));
        assertThat(blank.find("a")).isEmpty();
        assertThat(blank.orElse(name -> Optional.of("next")).find("a")).contains("next");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "False, false", "'', false"})
    void trueIsOn(String value, boolean on) {
        assertThat(settings(Map.of("palindrome.reuse", value)).isOn(Setting.REUSE))
                .isEqualTo(on);
    }

    @Test
    void anythingElseIsRefused() {
        Settings settings = settings(Map.of("palindrome.report-leaks", "yes"));

        assertThatThrownBy(() -> settings.isOn(Setting.REPORT_LEAKS))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.report-leaks is 'yes', which is no answer. Set it to false or true.");
    }

    @Test
    void whatIsAbsentIsOff() {
        assertThat(settings(Map.of()).isOn(Setting.REUSE)).isFalse();
    }

    private static Settings settings(Map<String, String> values) {
        return Settings.of(name -> Optional.ofNullable(values.get(name)));
    }
}
