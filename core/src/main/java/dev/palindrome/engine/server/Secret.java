package dev.palindrome.engine.server;

/** A password that does not show when something that holds it is printed. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "(hidden)";
    }
}
