package dev.palindrome.engine;

/** H2 in this JVM. It holds nothing of its own: each database is a URL. */
public final class EmbeddedEngine implements Engine {

    /** Made by {@link Engines}, which makes sure that H2 is there. */
    public EmbeddedEngine() {}

    @Override
    public EngineKind kind() {
        return EngineKind.EMBEDDED;
    }

    @Override
    public String describe() {
        return "embedded H2";
    }
}
