package dev.palindrome.report.html;

/**
 * A line of a coloured difference.
 *
 * @param sign what it says: {@code -} for what is gone, {@code +} for what has come, a blank for where that is
 * @param text the line
 */
record DiffLine(char sign, String text) {

    static DiffLine gone(String text) {
        return new DiffLine('-', text);
    }

    static DiffLine come(String text) {
        return new DiffLine('+', text);
    }

    static DiffLine place(String text) {
        return new DiffLine(' ', text);
    }
}
