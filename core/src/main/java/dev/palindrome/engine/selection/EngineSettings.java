package dev.palindrome.engine.selection;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.container.ContainerRequest;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.util.Optional;

/**
 * Everything that decides about the engine, from the test and from the settings. Two requests that come to the same are
 * equal, and get the same engine.
 */
record EngineSettings(
        EngineKind kind,
        String image,
        Optional<Secret> url,
        Optional<String> username,
        Optional<Secret> password,
        boolean licenceAccepted,
        boolean reuse) {

    static final String DEFAULT_IMAGE = "mcr.microsoft.com/mssql/server:2022-latest";

    static EngineSettings of(EngineRequest request) {
        Settings settings = request.settings();
        return new EngineSettings(
                kind(request.kind(), configuredKind(settings)),
                request.image().or(() -> settings.find(Setting.IMAGE)).orElse(DEFAULT_IMAGE),
                settings.find(Setting.URL).map(Secret::new),
                settings.find(Setting.USERNAME),
                settings.find(Setting.PASSWORD).map(Secret::new),
                settings.isOn(Setting.ACCEPT_LICENSE),
                settings.isOn(Setting.REUSE));
    }

    private static EngineKind kind(EngineKind requested, EngineKind configured) {
        if (requested == EngineKind.EMBEDDED && configured == EngineKind.SQL_SERVER) {
            throw new PalindromeException("The test asks for the embedded engine, but palindrome.engine=sqlserver"
                    + " forbids it here. Let the test ask for AUTO, or run it where the setting is another.");
        }
        return requested == EngineKind.AUTO ? configured : requested;
    }

    private static EngineKind configuredKind(Settings settings) {
        return switch (settings.choice(Setting.ENGINE)) {
            case "sqlserver" -> EngineKind.SQL_SERVER;
            case "embedded" -> EngineKind.EMBEDDED;
            default -> EngineKind.AUTO;
        };
    }

    ContainerRequest container() {
        return new ContainerRequest(image, reuse);
    }
}
