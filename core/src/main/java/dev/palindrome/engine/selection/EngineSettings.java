package dev.palindrome.engine.selection;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.container.ContainerRequest;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.settings.Settings;
import java.util.Locale;
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
                request.image().or(() -> settings.find("palindrome.image")).orElse(DEFAULT_IMAGE),
                settings.find("palindrome.url").map(Secret::new),
                settings.find("palindrome.username"),
                settings.find("palindrome.password").map(Secret::new),
                settings.isOn("palindrome.accept-license"),
                settings.isOn("palindrome.reuse"));
    }

    private static EngineKind kind(EngineKind requested, EngineKind configured) {
        if (requested == EngineKind.EMBEDDED && configured == EngineKind.SQL_SERVER) {
            throw new PalindromeException("The test asks for the embedded engine, but palindrome.engine=sqlserver"
                    + " forbids it here. Let the test ask for AUTO, or run it where the setting is another.");
        }
        return requested == EngineKind.AUTO ? configured : requested;
    }

    private static EngineKind configuredKind(Settings settings) {
        String value = settings.find("palindrome.engine").orElse("auto");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "auto" -> EngineKind.AUTO;
            case "sqlserver" -> EngineKind.SQL_SERVER;
            case "embedded" -> EngineKind.EMBEDDED;
            default ->
                throw new PalindromeException("palindrome.engine is '%s', which is no engine.".formatted(value)
                        + " Set it to auto, sqlserver or embedded.");
        };
    }

    ContainerRequest container() {
        return new ContainerRequest(image, reuse);
    }
}
