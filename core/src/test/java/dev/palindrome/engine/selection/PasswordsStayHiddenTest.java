package dev.palindrome.engine.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.container.AdministratorLogin;
import dev.palindrome.engine.container.RandomPassword;
import dev.palindrome.engine.server.AttemptOutcome;
import dev.palindrome.engine.server.FailedAttempt;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PasswordsStayHiddenTest {

    private static final Map<String, String> VALUES = Map.of(
            "palindrome.url", "jdbc:sqlserver://db;trustStorePassword=S3cret;keyStoreSecret=S3cret",
            "palindrome.username", "tester",
            "palindrome.password", "S3cret");

    @ParameterizedTest
    @MethodSource
    void inWhateverIsPrinted(Object printed) {
        assertThat(printed.toString()).doesNotContain("S3cret");
    }

    /** Testcontainers prints a container's environment when it cannot start it. */
    @Test
    void inTheEnvironmentOfAContainer() {
        Secret password = RandomPassword.generate();
        Secret first = new AdministratorLogin(password).firstPassword();
        assertThat(first.value())
                .doesNotContain(password.value())
                .hasSizeLessThanOrEqualTo(128)
                .isEqualTo(new AdministratorLogin(password).firstPassword().value());
    }

    static Stream<Object> inWhateverIsPrinted() {
        EngineRequest request = EngineRequest.asConfigured(Settings.of(name -> Optional.ofNullable(VALUES.get(name))));
        EngineSettings settings = EngineSettings.of(request);
        ExistingServer server = ExistingServer.of(settings, settings.url().orElseThrow());
        SqlServerEngine engine = SqlServerEngine.existing(server);
        return Stream.of(
                request,
                settings,
                server,
                server.credentials(),
                engine,
                engine.describe(),
                engine.dataSource("mine"),
                server.url(),
                server.url().withDatabase("mine"),
                FailedAttempt.noAnswer(server.url(), "no answer"),
                new AttemptOutcome.Had(engine));
    }
}
