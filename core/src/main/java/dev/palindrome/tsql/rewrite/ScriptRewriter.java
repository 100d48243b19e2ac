package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.TsqlBatch;
import dev.palindrome.tsql.TsqlStatement;
import dev.palindrome.tsql.module.BatchText;
import dev.palindrome.tsql.rule.OpenTransactions;
import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.statement.TooDeepException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rewrites a script batch by batch and keeps every statement on its line. */
public final class ScriptRewriter {

    private final String name;
    private final GoCount count;
    private final StatementRewriter statements;
    private final StringBuilder sql = new StringBuilder();
    private final List<String> h2Statements = new ArrayList<>();
    private final List<TsqlStatement> originals = new ArrayList<>();
    private int line = 1;

    /** @param inTransaction whether Flyway, if it runs the script, is to run it in a transaction */
    public ScriptRewriter(String name, GoCount count, boolean inTransaction) {
        this.name = name;
        this.count = count;
        this.statements = new StatementRewriter(
                name,
                count == GoCount.REPEATS
                        ? OpenTransactions.unknown()
                        : inTransaction ? OpenTransactions.byFlyway() : OpenTransactions.none(),
                DateOrder.MDY,
                ColumnTypes.UNKNOWN);
    }

    /** For a statement where it runs. */
    public ScriptRewriter(String name, int line, DateOrder order, ColumnTypes columns) {
        this.name = name;
        this.count = GoCount.REPEATS;
        this.line = line;
        this.statements = new StatementRewriter(name, OpenTransactions.unknown(), order, columns);
    }

    public TranslatedScript rewrite(List<TsqlBatch> batches) {
        for (TsqlBatch batch : batches) {
            try {
                rewrite(batch);
            } catch (TooDeepException e) {
                throw Refusal.ofDepth(name, e.line());
            }
        }
        statements.end().forEach(this::add);
        statements.beginning().forEach(this::addFirst);
        return new TranslatedScript(sql.toString(), List.copyOf(h2Statements), List.copyOf(originals));
    }

    /** The condition of an IF. */
    public String condition(List<Token> tokens) {
        return statements.condition(tokens);
    }

    private void rewrite(TsqlBatch batch) {
        Refusal.ofUnreadable(name, batch, count).ifPresent(refusal -> {
            throw refusal;
        });
        List<StatementTokens> inBatch = StatementParser.statements(statements.withoutDatabase(batch.tokens())).stream()
                .flatMap(ScriptRewriter::withoutBlocks)
                .toList();
        BatchRules.requirePlaces(name, inBatch);
        List<String> rules = BatchRules.newColumns(inBatch);
        if (!rules.isEmpty()) {
            moveTo(inBatch.get(0).line());
            rules.forEach(this::add);
        }
        inBatch.forEach(statement -> first(statement, batch));
        for (int run = 1; run < batch.repeat(); run++) {
            inBatch.forEach(statement -> again(statement, batch));
        }
    }

    /** What stands in a block that nothing hangs on stands on its own line. */
    private static Stream<StatementTokens> withoutBlocks(StatementTokens statement) {
        return statement instanceof StatementTokens.Block block
                ? block.body().stream().flatMap(ScriptRewriter::withoutBlocks)
                : Stream.of(statement);
    }

    private void first(StatementTokens statement, TsqlBatch batch) {
        BatchText text = BatchText.of(batch);
        originals.add(new TsqlStatement(text.of(statement.tokens()), statement.line()));
        List<String> rewritten = statements.rewrite(statement, text);
        if (!rewritten.isEmpty()) {
            moveTo(statement.line());
            rewritten.forEach(this::add);
        }
    }

    /** What GO 5 runs again stands on the line on which the first run ended. */
    private void again(StatementTokens statement, TsqlBatch batch) {
        statements.rewrite(statement, BatchText.of(batch)).forEach(text -> add(SingleLineSql.of(text)));
    }

    private void moveTo(int wanted) {
        while (line < wanted) {
            sql.append('\n');
            line++;
        }
    }

    private void addFirst(String statement) {
        sql.insert(0, statement + "; ");
        h2Statements.add(0, statement);
    }

    private void add(String statement) {
        if (statement.isEmpty()) {
            return;
        }
        if (!sql.isEmpty() && sql.charAt(sql.length() - 1) != '\n') {
            sql.append(' ');
        }
        sql.append(statement).append(';');
        h2Statements.add(statement);
        line += (int) statement.chars().filter(c -> c == '\n').count();
    }
}
