package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;

/** Splits a script at what {@link GoSeparators} finds. */
final class BatchSplitter {

    private static final int MOST_DIGITS = 9;

    private final String script;
    private final GoCount count;
    private final List<Token> all;
    private final List<TsqlBatch> batches = new ArrayList<>();
    private List<Token> tokens = new ArrayList<>();
    private int start;
    private int line = 1;

    BatchSplitter(String script, GoCount count) {
        this.script = script;
        this.count = count;
        this.all = Lexer.tokens(script, 1);
    }

    List<TsqlBatch> batches() {
        GoSeparators separators = new GoSeparators(script);
        int last = all.size() - 1;
        for (int i = 0; i < last; i++) {
            Token token = all.get(i);
            if (!separators.endsBatch(token)) {
                tokens.add(token);
                continue;
            }
            int go = token.end() - "GO".length();
            if (go > token.start()) { // Flyway sees GO in @go, too
                tokens.add(token.upTo(go));
            }
            if (isCount(i + 1)) {
                close(go, token, all.get(i + 1), Integer.parseInt(all.get(i + 1).text()));
                i++;
            } else {
                close(go, token, token, 1);
            }
        }
        close(script.length(), all.get(last), all.get(last), 1);
        return List.copyOf(batches);
    }

    /** A number and nothing else behind GO on its line. */
    private boolean isCount(int i) {
        Token token = all.get(i);
        return count == GoCount.REPEATS
                && token.kind() == Token.Kind.NUMBER
                && token.newlines() == 0
                && token.text().length() <= MOST_DIGITS
                && token.text().chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && (all.get(i + 1).kind() == Token.Kind.END || all.get(i + 1).newlines() > 0);
    }

    /**
     * Ends a batch.
     *
     * @param end its end
     * @param behind the first token behind it
     * @param separator the last token before the next one
     */
    private void close(int end, Token behind, Token separator, int repeat) {
        if (repeat > 0 && !tokens.isEmpty()) {
            tokens.add(behind.asEnd());
            batches.add(new TsqlBatch(script, start, end, line, repeat, List.copyOf(tokens)));
        }
        tokens = new ArrayList<>();
        start = separator.end();
        line = separator.line();
    }
}
