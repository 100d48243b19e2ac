package dev.palindrome.engine;

/** Chooses the engine. */
public final class Engines {
    private Engines() {}
}
