package dev.palindrome.engine;

import dev.palindrome.engine.selection.EngineSelection;
import dev.palindrome.engine.selection.LocalEnvironment;

/** Chooses the engine. */
public final class Engines {

    private static final EngineSelection SELECTION = new EngineSelection(new LocalEnvironment());

    private Engines() {}

    /**
     * The engine that a test shall run on, started if need be. The same request gets the same engine for as long as this
     * JVM lives, and the same error where there is none; threads that come while a server is starting wait for it.
     *
     * @param request what the test asks for
     * @return a server that answers
     * @throws EngineUnavailableException if none can be had
     * @throws dev.palindrome.error.PalindromeException if the settings contradict each other or make no sense
     */
    public static Engine select(EngineRequest request) {
        return SELECTION.select(request);
    }
}
