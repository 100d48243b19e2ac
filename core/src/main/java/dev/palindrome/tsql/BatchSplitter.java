package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the {@code GO} lines of a script. */
final class BatchSplitter {

    private static final Pattern SEPARATOR = Pattern.compile(
            "[ \\t\\ufeff]*GO(?:[ \\t]+(\\d{1,9}))?[ \\t]*;?[ \\t]*(?:--[^\\n]*)?(?=\\r?\\n|\\r?\\z)",
            Pattern.CASE_INSENSITIVE);

    private final String script;
    private final List<TsqlBatch> batches = new ArrayList<>();
    private int batchStart;
    private int batchLine = 1;

    BatchSplitter(String script) {
        this.script = script;
    }

    List<TsqlBatch> batches() {
        Matcher separator = SEPARATOR.matcher(script);
        int at = 0;
        boolean lineStart = true;
        while (at < script.length()) {
            if (lineStart && separator.region(at, script.length()).lookingAt()) {
                String count = separator.group(1);
                close(at, count == null ? 1 : Integer.parseInt(count));
                at = separator.end();
                batchStart = at;
            }
            lineStart = at < script.length() && script.charAt(at) == '\n';
            at = end(at);
        }
        close(script.length(), 1);
        return List.copyOf(batches);
    }

    /** The end of the comment, the quoted text or the single character that starts here. */
    private int end(int at) {
        if (at >= script.length()) {
            return at;
        }
        char c = script.charAt(at);
        if (c == '\'' || c == '"') {
            return QuotedText.end(script, at, c);
        }
        if (c == '[') {
            return QuotedText.end(script, at, ']');
        }
        if (c == '-' || c == '/') {
            return Math.max(at + 1, SkippedText.end(script, at));
        }
        return at + 1;
    }

    private void close(int end, int repeat) {
        String text = script.substring(batchStart, end);
        if (repeat > 0 && Lexer.tokens(text, 1).size() > 1) {
            batches.add(new TsqlBatch(text, batchLine, repeat));
        }
        batchLine += (int) text.chars().filter(c -> c == '\n').count();
    }
}
