package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.TsqlBatch;
import dev.palindrome.tsql.TsqlStatement;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.flow.FlowNeed;
import dev.palindrome.tsql.lexical.CodePageLiterals;
import dev.palindrome.tsql.module.BatchText;
import dev.palindrome.tsql.rule.DataSyntax;
import dev.palindrome.tsql.rule.OpenTransactions;
import dev.palindrome.tsql.statement.SingleLineSql;
import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.statement.TooDeepException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rewrites a script batch by batch and keeps every statement on its line. */
public final class ScriptRewriter {

    private static final String RUNS_AGAIN = "SET " + FlowVariable.place(FlowVariable.NOEXEC) + " = FALSE";

    private final String name;
    private final GoCount count;
    private final StatementRewriter statements;
    private final StringBuilder sql = new StringBuilder();
    private final List<String> h2Statements = new ArrayList<>();
    private final List<TsqlStatement> originals = new ArrayList<>();
    private final boolean late;
    private final boolean inTransaction;
    private final List<NeedsSqlServerException> refused = new ArrayList<>();
    /** Whether SET NOEXEC may be on where a statement runs. */
    private boolean stopped;

    private boolean countsTransactions;
    private int line = 1;

    /** @param inTransaction whether Flyway, if it runs the script, is to run it in a transaction */
    public ScriptRewriter(String name, GoCount count, boolean inTransaction) {
        this.name = name;
        this.count = count;
        this.late = false;
        this.inTransaction = inTransaction && count != GoCount.REPEATS;
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
        this.late = true;
        this.inTransaction = false;
        this.statements = new StatementRewriter(name, OpenTransactions.unknown(), order, columns);
    }

    public TranslatedScript rewrite(List<TsqlBatch> batches) {
        countsTransactions = batches.stream().anyMatch(batch -> FlowNeed.ofTransactions(batch.tokens()));
        boolean identities = batches.stream().anyMatch(batch -> FlowNeed.ofIdentity(batch.tokens()));
        boolean mayStop = false;
        for (int i = 0; i < batches.size(); i++) {
            try {
                boolean counted = i + 1 < batches.size()
                        && FlowNeed.ofRowCount(batches.get(i + 1).tokens());
                boolean asked = counted
                        || statements.limitsRows()
                        || identities && FlowNeed.ofRows(batches.get(i).tokens());
                rewrite(batches.get(i), asked);
                boolean stops = !late && FlowNeed.ofStop(batches.get(i).tokens());
                mayStop |= stops;
                stopped |= stops;
            } catch (TooDeepException e) {
                refused.add(Refusal.ofDepth(name, e.line()));
            } catch (NeedsSqlServerException e) {
                refused.add(e);
            }
        }
        if (!refused.isEmpty()) {
            throw refused.get(0).with(refused.subList(1, refused.size()));
        }
        statements.end().forEach(this::add);
        statements.beginning().forEach(this::addFirst);
        if (mayStop) {
            stopped = false;
            addFirst(RUNS_AGAIN); // a script before it may have failed meanwhile
            add(RUNS_AGAIN);
        }
        return new TranslatedScript(sql.toString(), List.copyOf(h2Statements), List.copyOf(originals));
    }

    /** The condition of an IF. */
    public String condition(List<Token> tokens) {
        return statements.condition(statements.withVariables(CodePageLiterals.held(tokens)));
    }

    /** @param asked whether another one asks what this one has done */
    private void rewrite(TsqlBatch batch, boolean asked) {
        Refusal.ofUnreadable(name, batch, count).ifPresent(refusal -> {
            throw refusal;
        });
        if (!late) {
            Refusal.inBatch(name, batch, DataSyntax::requireBatch);
        }
        List<Token> tokens =
                statements.withVariables(statements.withoutDatabase(CodePageLiterals.held(batch.tokens())));
        if (!late && FlowNeed.of(tokens, countsTransactions, asked)) {
            flow(batch, tokens);
            return;
        }
        List<StatementTokens> inBatch = StatementParser.statements(tokens).stream()
                .flatMap(ScriptRewriter::withoutBlocks)
                .toList();
        BatchRules.requirePlaces(name, inBatch);
        List<String> rules = BatchRules.newColumns(inBatch);
        if (!rules.isEmpty()) {
            moveTo(inBatch.get(0).line());
            rules.forEach(this::add);
        }
        for (StatementTokens statement : inBatch) {
            try {
                first(statement, batch);
            } catch (NeedsSqlServerException e) {
                refused.add(e);
            }
        }
        if (!refused.isEmpty()) {
            return;
        }
        for (int run = 1; run < batch.repeat(); run++) {
            inBatch.forEach(statement -> again(statement, batch));
        }
    }

    /** A batch with variables or control flow is one statement, on the line of its first. */
    private void flow(TsqlBatch batch, List<Token> tokens) {
        List<ScriptStatement> leaves = ScriptStatement.of(batch).stream()
                .flatMap(ScriptStatement::leaves)
                .toList();
        List<StatementTokens> plain = leaves.stream()
                .map(leaf -> (StatementTokens) new StatementTokens.Simple(leaf.tokens()))
                .toList();
        BatchRules.requirePlaces(name, plain);
        List<String> rules = BatchRules.newColumns(plain);
        FlowProgram program = statements.flow(tokens, List.of());
        moveTo(tokens.get(0).line());
        rules.forEach(this::add);
        BatchText text = BatchText.of(batch);
        leaves.forEach(leaf -> originals.add(new TsqlStatement(text.of(leaf.tokens()), leaf.line())));
        for (int run = 0; run < batch.repeat(); run++) {
            add(call(program, batch.firstLine()));
        }
    }

    private String call(FlowProgram program, int firstLine) {
        return ProcedureCall.running(
                "run_flow",
                List.of(
                        SqlLiteral.h2(name),
                        String.valueOf(firstLine),
                        inTransaction ? "TRUE" : "FALSE",
                        SqlLiteral.h2(program.order().name()),
                        SqlLiteral.h2(FlowVariable.text(program.variables()))),
                FlowStep.write(program.steps()));
    }

    /** T-SQL that a script has put together, as it runs. */
    public FlowProgram program(String tsql, List<FlowVariable> parameters) {
        List<Token> tokens = Lexer.tokens(tsql, line).stream()
                .map(token -> token.onLine(line))
                .toList();
        TsqlBatch batch = new TsqlBatch(tsql, 0, tsql.length(), line, 1, tokens);
        if (tokens.size() == 1) {
            return new FlowProgram(parameters, statements.order(), List.of());
        }
        Refusal.ofUnreadable(name, batch, count).ifPresent(refusal -> {
            throw refusal;
        });
        Refusal.inBatch(name, batch, DataSyntax::requireBatch);
        try {
            return statements.flow(statements.withoutDatabase(CodePageLiterals.held(tokens)), parameters);
        } catch (TooDeepException e) {
            throw Refusal.ofDepth(name, e.line());
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
        if (stopped && new TokenReader(statement.tokens()).sees("SET", "NOEXEC", "OFF")) {
            stopped = false;
            rewritten = List.of(RUNS_AGAIN);
        }
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

    private void add(String h2) {
        if (h2.isEmpty()) {
            return;
        }
        boolean guarded = stopped && !h2.startsWith("CALL \"palindrome\".\"run_flow\""); // which looks itself
        String statement = guarded ? ProcedureCall.running("unless_noexec", List.of(), List.of(h2)) : h2;
        if (!sql.isEmpty() && sql.charAt(sql.length() - 1) != '\n') {
            sql.append(' ');
        }
        sql.append(statement).append(';');
        h2Statements.add(statement);
        line += (int) statement.chars().filter(c -> c == '\n').count();
    }
}
