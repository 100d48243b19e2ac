package dev.palindrome.text;

/**
 * Texts of other people's, such as names from scripts and files, as a terminal and a CI show them: what would steer these is
 * made visible.
 *
 * <p>Control characters become the pictures that Unicode has for them (U+2400 to U+2421). What has no picture, such as
 * characters that turn the direction of writing, or half of a surrogate pair, is named by its number. A line that begins with {@code ::} would be a
 * command to GitHub's runner (GitHub: workflow-commands-for-github-actions), which passes over blanks before it; it gets a
 * backslash in front. Wherever in a line {@code ##[} or {@code ##vso[} stands, GitHub's and Azure's runners look for a
 * command, and TeamCity's for {@code ##teamcity[}; these get a backslash between the two signs.
 */
public final class VisibleText {

    private static final char PICTURE_OF_NUL = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char DELETE = 0x7f;

    private VisibleText() {}

    /**
     * A text of several lines.
     *
     * @param text any
     * @return the same lines; each character but line feeds and tabs can be seen
     */
    public static String lines(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        boolean begins = true;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (begins && character == ':' && text.startsWith("::", at)) {
                visible.append('\\');
            }
            if (isCommand(text, at)) {
                visible.append('\\');
            }
            begins = character == '\n' || begins && Character.isWhitespace(character);
            boolean lineFeed = character == '\r' && text.startsWith("\n", at + 1);
            if (character == '\n' || character == '\t') {
                visible.append(character);
            } else if (!lineFeed) {
                append(text, at, visible);
            }
        }
        return visible.toString();
    }

    /**
     * A text on one line.
     *
     * @param text any
     * @return the same, with a blank for each line break and the blanks around it, and without blanks at both ends
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (Character.isWhitespace(character) || isLineBreak(character)) {
                int end = endOfBlanks(text, at);
                boolean breaks = text.substring(at, end).chars().anyMatch(each -> isLineBreak((char) each));
                boolean atAnEnd = at == 0 || end == text.length();
                line.append(atAnEnd ? "" : breaks ? " " : text.substring(at, end));
                at = end;
            } else {
                if (isCommand(text, at)) {
                    line.append('\\');
                }
                append(text, at, line);
                at++;
            }
        }
        return line.toString().startsWith("::") ? "\\" + line : line.toString();
    }

    /** Whether here is the second sign of such as {@code ##vso[}. */
    private static boolean isCommand(String text, int at) {
        if (text.charAt(at) != '#' || at == 0 || text.charAt(at - 1) != '#') {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '[';
    }

    private static int endOfBlanks(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isWhitespace(text.charAt(end)) || isLineBreak(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** What {@code \R} takes (java.util.regex.Pattern). */
    private static boolean isLineBreak(char character) {
        return character >= '\n' && character <= '\r'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029';
    }

    private static void append(String text, int at, StringBuilder visible) {
        char character = text.charAt(at);
        if (character < ' ') {
            visible.append((char) (PICTURE_OF_NUL + character));
        } else if (character == DELETE) {
            visible.append(PICTURE_OF_DELETE);
        } else if (steers(character) || isHalf(text, at)) {
            visible.append("<U+%04X>".formatted((int) character));
        } else {
            visible.append(character);
        }
    }

    /** Whether here is one of two surrogates without the other, which no file can hold as UTF-8. */
    private static boolean isHalf(String text, int at) {
        char character = text.charAt(at);
        boolean begins = Character.isHighSurrogate(character)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        boolean ends = Character.isLowSurrogate(character) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return Character.isSurrogate(character) && !begins && !ends;
    }

    /**
     * Whether a character shows nothing, and may steer who shows it.
     *
     * @param character any
     * @return true for control characters, separators of lines, and what turns the direction of writing
     */
    public static boolean steers(char character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT && character != '\u200d';
    }
}
