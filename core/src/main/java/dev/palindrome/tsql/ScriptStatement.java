package dev.palindrome.tsql;

import dev.palindrome.tsql.statement.FlowTokens;
import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.statement.TooDeepException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement of a script and where it stands, for whoever decides what of a script runs.
 *
 * @param tokens at least one; their offsets are those in the script
 * @param inner what hangs on an {@code IF} or a {@code WHILE}, or stands in a {@code BEGIN … END} or a {@code TRY}; nothing of
 *     anything else
 */
public record ScriptStatement(List<Token> tokens, List<ScriptStatement> inner) {

    /**
     * Takes a batch apart.
     *
     * @param batch of a script
     * @return in order
     */
    public static List<ScriptStatement> of(TsqlBatch batch) {
        FlowTokens flow = new FlowTokens(batch.tokens());
        try {
            return of(StatementParser.statements(flow.plain()), flow);
        } catch (TooDeepException e) {
            List<Token> all = batch.tokens().subList(0, batch.tokens().size() - 1);
            return List.of(new ScriptStatement(all, List.of()));
        }
    }

    /** What catches belongs to what is tried before it. */
    private static List<ScriptStatement> of(List<StatementTokens> statements, FlowTokens flow) {
        List<ScriptStatement> read = new ArrayList<>();
        for (StatementTokens tokens : statements) {
            ScriptStatement statement = of(tokens, flow);
            if (!read.isEmpty() && statement.begins("BEGIN", "CATCH")) {
                ScriptStatement tried = read.remove(read.size() - 1);
                statement = new ScriptStatement(
                        flow.written(tried.tokens(), statement.tokens()), List.of(tried, statement));
            }
            read.add(statement);
        }
        return read;
    }

    private static ScriptStatement of(StatementTokens statement, FlowTokens flow) {
        List<Token> tokens = flow.written(statement.tokens());
        if (statement instanceof StatementTokens.Block block) {
            return new ScriptStatement(tokens, of(block.body(), flow));
        }
        if (statement instanceof StatementTokens.If conditional) {
            return new ScriptStatement(
                    tokens,
                    Stream.concat(Stream.of(conditional.then()), conditional.otherwise().stream())
                            .map(inner -> of(inner, flow))
                            .toList());
        }
        return new ScriptStatement(tokens, List.of());
    }

    /**
     * Which words it begins with.
     *
     * @param words in any case
     * @return false where another token stands in the place of one
     */
    public boolean begins(String... words) {
        return new TokenReader(tokens).sees(words);
    }

    /**
     * Whether it makes a view, a procedure, a function or a trigger: what stands in it does not run yet.
     *
     * @return true for CREATE, ALTER and CREATE OR ALTER of one
     */
    public boolean isModule() {
        TokenReader reader = new TokenReader(tokens);
        return (reader.accept("CREATE", "OR", "ALTER") || reader.accept("CREATE") || reader.accept("ALTER"))
                && reader.peek().is("VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER");
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
     * @return true for {@code IF}, {@code WHILE}, {@code BEGIN … END} and {@code TRY}
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
