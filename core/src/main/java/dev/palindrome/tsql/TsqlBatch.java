package dev.palindrome.tsql;

import java.util.List;

/**
 * What a T-SQL client sends to the server in one go: the part of a script between two {@code GO} lines. For whoever
 * runs scripts, on either engine.
 *
 * @param text the batch as written
 * @param line the line of the script on which the text starts, from 1
 * @param repeat how often it is to be run, at least 1; {@code GO 5} says 5
 */
public record TsqlBatch(String text, int line, int repeat) {

    /**
     * Splits a script at its {@code GO} lines. {@code GO} is a separator only when it stands alone on a line, outside
     * comments and quotes, with at most a count and a comment behind it (Microsoft: sql-server-utilities-statements-go).
     *
     * @param script the script
     * @return its batches in order, those left out that hold nothing but white space and comments
     */
    public static List<TsqlBatch> split(String script) {
        return new BatchSplitter(script).batches();
    }
}
