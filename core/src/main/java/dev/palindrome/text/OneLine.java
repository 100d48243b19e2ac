package dev.palindrome.text;

/** Shortens a text to what fits a line of a report. */
public final class OneLine {

    private static final int LONGEST = 160;

    private OneLine() {}

    /**
     * A text on one line.
     *
     * @param text of any length, with any line breaks
     * @return at most 161 characters, with a blank for each line break, an ellipsis where something was left out, and
     *     control characters made visible
     */
    public static String of(String text) {
        String line = VisibleText.line(text);
        if (line.length() <= LONGEST) {
            return line;
        }
        boolean cutsAPair = Character.isSurrogatePair(line.charAt(LONGEST - 1), line.charAt(LONGEST));
        return line.substring(0, cutsAPair ? LONGEST - 1 : LONGEST) + "…";
    }
}
