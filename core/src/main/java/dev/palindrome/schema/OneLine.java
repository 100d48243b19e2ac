package dev.palindrome.schema;

/** Shortens a text to what fits a line of a report. */
final class OneLine {

    private static final int LONGEST = 160;

    private OneLine() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
