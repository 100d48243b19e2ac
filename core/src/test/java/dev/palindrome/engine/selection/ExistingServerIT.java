package dev.palindrome.engine.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.EngineUnavailableException;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class ExistingServerIT {

    private static final String WRONG_PASSWORD = "Wr0ng-S3cret";

    private final Settings settings = Settings.system();

    @Test
    void isTheSameEngineEachTime() {
        EngineRequest request = EngineRequest.asConfigured(settings);
        assertThat(Engines.select(request)).isSameAs(Engines.select(request));
    }

    @Test
    void aWrongPasswordIsAnErrorThatDoesNotShowIt() {
        assumeTrue(settings.find(Setting.URL).isPresent(), "palindrome.url is not set");
        Settings wrong = Settings.of(name -> Stream.of(Setting.values())
                .filter(setting -> setting.key().equals(name))
                .findFirst()
                .flatMap(
                        setting -> setting == Setting.PASSWORD ? Optional.of(WRONG_PASSWORD) : settings.find(setting)));
        EngineUnavailableException refusal = catchThrowableOfType(
                EngineUnavailableException.class, () -> Engines.select(EngineRequest.asConfigured(wrong)));
        assertThat(refusal)
                .hasMessageStartingWith("palindrome.url names a SQL Server, and no other engine may stand in for it.")
                .hasMessageContaining("Login failed for user");
        assertThat(stackTrace(refusal)).doesNotContain(WRONG_PASSWORD);
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
