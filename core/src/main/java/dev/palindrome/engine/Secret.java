package dev.palindrome.engine;

/** A password that does not show when something that holds it is printed. */
record Secret(String value) {

    @Override
    public String toString() {
        return "(hidden)";
    }
}
