package dev.palindrome.migration.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a T-SQL script before its first statement.
 *
 * @param comments the comments that begin with two hyphens, in order
 * @param isWholeScript whether no statement follows
 */
public record ScriptHead(List<Comment> comments, boolean isWholeScript) {

    private static final Pattern NO_STATEMENT =
            Pattern.compile("\\s+|;|--.*|GO\\b[ \\t\\d]*(?:--.*)?$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern BLOCK_EDGE = Pattern.compile("/\\*|\\*/");

    /**
     * One comment.
     *
     * @param line where it stands, from 1
     * @param text with its hyphens
     */
    public record Comment(int line, String text) {}

    public static ScriptHead of(String script) {
        List<Comment> comments = new ArrayList<>();
        Matcher part = NO_STATEMENT.matcher(script);
        int at = 0;
        while (at < script.length()) {
            if (script.startsWith("/*", at)) {
                at = blockEnd(script, at);
            } else if (part.region(at, script.length()).lookingAt()) {
                if (part.group().startsWith("--")) {
                    comments.add(new Comment(line(script, at), part.group().strip()));
                }
                at = part.end();
            } else {
                return new ScriptHead(List.copyOf(comments), false);
            }
        }
        return new ScriptHead(List.copyOf(comments), true);
    }

    /** SQL Server lets comments stand in comments. */
    private static int blockEnd(String script, int start) {
        Matcher edge = BLOCK_EDGE.matcher(script);
        int depth = 0;
        for (int at = start; edge.find(at); at = edge.end()) {
            depth += edge.group().equals("/*") ? 1 : -1;
            if (depth == 0) {
                return edge.end();
            }
        }
        return script.length();
    }

    private static int line(String script, int at) {
        return 1 + (int) script.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
