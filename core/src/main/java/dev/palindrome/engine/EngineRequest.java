package dev.palindrome.engine;

import dev.palindrome.settings.Settings;
import java.util.Optional;

/**
 * What a test asks for.
 *
 * @param kind the engine written in the test; {@link EngineKind#AUTO} where the settings shall say
 * @param image the SQL Server image written in the test, or empty where the settings shall say
 * @param settings where everything else is looked up
 */
public record EngineRequest(EngineKind kind, Optional<String> image, Settings settings) {

    /**
     * A request that leaves everything to the settings.
     *
     * @param settings where to look
     * @return the request
     */
    public static EngineRequest asConfigured(Settings settings) {
        return new EngineRequest(EngineKind.AUTO, Optional.empty(), settings);
    }
}
