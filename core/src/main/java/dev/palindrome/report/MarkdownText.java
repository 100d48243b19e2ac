package dev.palindrome.report;

import dev.palindrome.text.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps Markdown (GitHub's kind) from reading meaning into somebody's text. */
final class MarkdownText {

    /** An underscore between letters or digits means nothing, and so script names stay readable. */
    private static final Pattern MEANINGFUL =
            Pattern.compile("[\\\\`*<>\\[\\]|~&#]|(?<![\\p{Alnum}_])_|_(?![\\p{Alnum}_])");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Plain text on one line, also within a table. */
    static String plain(String text) {
        return MEANINGFUL
                .matcher(VisibleText.line(text))
                .replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
    }

    /** Text in the type of code, on one line; not within a table. */
    static String code(String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + space + VisibleText.line(text) + space + fence;
    }

    /** Lines of code. The fence is longer than any that the code itself holds. */
    static String block(String language, String code) {
        String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
        return fence + language + "\n" + VisibleText.lines(code.stripTrailing()) + "\n" + fence;
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }
}
