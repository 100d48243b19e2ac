package dev.palindrome.tsql;

import dev.palindrome.tsql.lexical.SkippedText;
import dev.palindrome.tsql.statement.PlainStatements;
import dev.palindrome.tsql.statement.TooDeepException;
import java.util.List;

/**
 * What a T-SQL client sends to the server in one go: the part of a script between two {@code GO}. For whoever runs
 * scripts, on either engine.
 *
 * @param script the whole script
 * @param start where the batch begins in it: behind the {@code GO} before
 * @param end where it ends
 * @param line the line of the script that it begins on, from 1
 * @param repeat how often it is to be run, at least 1
 * @param tokens its tokens without comments, the last one being of kind END; their offsets are those in the script
 */
public record TsqlBatch(String script, int start, int end, int line, int repeat, List<Token> tokens) {

    /**
     * Splits a script as Flyway does.
     *
     * @param script the script
     * @param count what a number behind {@code GO} means
     * @return its batches in order, those left out that hold nothing but white space and comments
     */
    public static List<TsqlBatch> split(String script, GoCount count) {
        return new BatchSplitter(script, count).batches();
    }

    /**
     * The batch as written.
     *
     * @return from the end of the {@code GO} before to the next one
     */
    public String text() {
        return script.substring(start, end);
    }

    /**
     * The first line that has anything on it, be it a comment: Flyway sends the batch from there on.
     *
     * @return from 1, in the script
     */
    public int firstLine() {
        int first = line;
        for (int at = start; at < end && SkippedText.isBlank(script.charAt(at)); at++) {
            first += script.charAt(at) == '\n' ? 1 : 0;
        }
        return first;
    }

    /**
     * The statements that are no control flow, also those within IF, WHILE, BEGIN … END and TRY. Before what an IF or a WHILE
     * holds comes the condition, as a statement that begins with IF.
     *
     * @return the tokens of each, without an END; none where more of these hang on each other than can be read
     */
    public List<List<Token>> plainStatements() {
        try {
            return PlainStatements.of(tokens);
        } catch (TooDeepException tooDeep) {
            return List.of();
        }
    }
}
