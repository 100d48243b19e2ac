package dev.palindrome.text;

/** Shortens a text to what fits a line of a report. */
public final class OneLine {

    private static final int LONGEST = 160;

    private OneLine() {}

    public static String of(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
