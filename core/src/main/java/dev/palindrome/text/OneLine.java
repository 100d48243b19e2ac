package dev.palindrome.text;

/** Shortens a text to what fits a line of a report. */
public final class OneLine {

    private static final int LONGEST = 160;

    private OneLine() {}

    /**
     * A text on one line.
     *
     * @param text of any length, with any line breaks
     * @return at most 161 characters, with a blank for each line break, and an ellipsis where something was left out
     */
    public static String of(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
