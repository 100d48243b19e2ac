package dev.palindrome.tsql.module;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlBatch;
import java.util.List;

/**
 * What a batch says letter by letter.
 *
 * @param script the text that the offsets of its tokens are those of
 * @param start where the batch begins in it
 * @param end where it ends
 */
public record BatchText(String script, int start, int end) {

    public static BatchText of(TsqlBatch batch) {
        return new BatchText(batch.script(), batch.start(), batch.end());
    }

    /** A batch that is all there is. */
    public static BatchText of(String sql) {
        return new BatchText(sql, 0, sql.length());
    }

    /** The text of some of its tokens, with the comments and line breaks between them. */
    public String of(List<Token> tokens) {
        return script.substring(
                tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    }

    /** The same where tokens have been left out since the batch was read, such as names of this database: without these. */
    public String ofWhatIsLeft(List<Token> tokens) {
        StringBuilder text = new StringBuilder(tokens.get(0).text());
        for (int i = 1; i < tokens.size(); i++) {
            String between =
                    script.substring(tokens.get(i - 1).end(), tokens.get(i).start());
            boolean complete = Lexer.tokens(between, 1).size() == 1; // its end
            text.append(complete ? between : tokens.get(i).spaced() ? " " : "");
            text.append(tokens.get(i).text());
        }
        return text.toString();
    }

    /** All of it with its comments, which SQL Server keeps of a module, but without white space around it. */
    public String whole() {
        return script.substring(start, end).strip();
    }
}
