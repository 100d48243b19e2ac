package dev.palindrome.tsql;

import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.statement.TooDeepException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement of a script and where it stands, for whoever decides what of a script runs.
 *
 * @param tokens at least one; their offsets are those in the script
 * @param inner what hangs on an {@code IF} or stands in a {@code BEGIN … END}; nothing of anything else
 */
public record ScriptStatement(List<Token> tokens, List<ScriptStatement> inner) {

    /**
     * Takes a batch apart.
     *
     * @param batch of a script
     * @return in order
     */
    public static List<ScriptStatement> of(TsqlBatch batch) {
        try {
            return of(StatementParser.statements(batch.tokens()));
        } catch (TooDeepException e) {
            List<Token> all = batch.tokens().subList(0, batch.tokens().size() - 1);
            return List.of(new ScriptStatement(all, List.of()));
        }
    }

    private static List<ScriptStatement> of(List<StatementTokens> statements) {
        return statements.stream().map(ScriptStatement::of).toList();
    }

    private static ScriptStatement of(StatementTokens statement) {
        if (statement instanceof StatementTokens.Block block) {
            return new ScriptStatement(block.tokens(), of(block.body()));
        }
        if (statement instanceof StatementTokens.If conditional) {
            return new ScriptStatement(
                    conditional.tokens(),
                    Stream.concat(Stream.of(conditional.then()), conditional.otherwise().stream())
                            .map(ScriptStatement::of)
                            .toList());
        }
        return new ScriptStatement(statement.tokens(), List.of());
    }

    /**
     * What of it does anything.
     *
     * @return this statement, or those in it that have none in them
     */
    public Stream<ScriptStatement> leaves() {
        return isCompound() ? inner.stream().flatMap(ScriptStatement::leaves) : Stream.of(this);
    }

    /**
     * Whether it is flow control.
     *
     * @return true for {@code IF} and {@code BEGIN … END}
     */
    public boolean isCompound() {
        return !inner.isEmpty();
    }

    /**
     * Where it begins.
     *
     * @return the offset of its first character in the script
     */
    public int start() {
        return tokens.get(0).start();
    }

    /**
     * Where it ends.
     *
     * @return the offset behind its last character; a semicolon stands behind it
     */
    public int end() {
        return tokens.get(tokens.size() - 1).end();
    }

    /**
     * The line that it begins on.
     *
     * @return from 1, in the script
     */
    public int line() {
        return tokens.get(0).line();
    }
}
