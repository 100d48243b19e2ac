package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.flow.FlowCompiler;
import dev.palindrome.tsql.flow.FlowQuery;
import dev.palindrome.tsql.flow.FlowScope;
import dev.palindrome.tsql.flow.FlowTranslation;
import dev.palindrome.tsql.flow.VariableTokens;
import dev.palindrome.tsql.module.BatchText;
import dev.palindrome.tsql.rule.DataSyntax;
import dev.palindrome.tsql.statement.SingleLineSql;
import dev.palindrome.tsql.statement.StatementTokens;
import java.util.List;

/** The statements of a batch that is run step by step, each rewritten as those of other batches are. */
final class FlowBatch implements FlowTranslation {

    private final String script;
    private final StatementRewriter statements;
    private final FlowScope scope;
    private List<Token> current = List.of();

    FlowBatch(String script, StatementRewriter statements, FlowScope scope) {
        this.script = script;
        this.statements = statements;
        this.scope = scope;
    }

    /**
     * @param batch with an END
     * @throws dev.palindrome.tsql.NeedsSqlServerException if a statement is refused
     */
    FlowProgram compile(List<Token> batch, List<FlowVariable> parameters, DateOrder order) {
        current = batch.subList(0, batch.size() - 1);
        try {
            return FlowCompiler.compile(batch, parameters, order, this, this::begin);
        } catch (UntranslatableException reason) {
            throw Refusal.of(script, new StatementTokens.Simple(current), reason);
        }
    }

    private void begin(List<Token> statement) {
        current = statement;
        if (DataSyntax.isNext(statement.get(0))) {
            DataSyntax.require(statement);
        }
    }

    /** Lexed once more, because tokens that nobody wrote stand nowhere in the script. */
    @Override
    public List<String> statement(List<Token> tokens) {
        String text = text(tokens);
        List<Token> read = Lexer.tokens(text, tokens.get(0).line());
        List<Token> known = VariableTokens.of(read.subList(0, read.size() - 1), scope);
        return statements.rewriteOpen(new StatementTokens.Simple(known), BatchText.of(text)).stream()
                .map(SingleLineSql::of)
                .toList();
    }

    /** With its lines. */
    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && token.newlines() > 0) {
                text.append("\n".repeat(token.newlines()));
            } else if (i > 0 && token.spaced()) {
                text.append(' ');
            }
            text.append(token.text());
        }
        return text.toString();
    }

    @Override
    public FlowQuery query(List<Token> tokens) {
        return statements.query(tokens, text(tokens));
    }

    @Override
    public FlowQuery condition(List<Token> tokens) {
        return statements.question(tokens, text(tokens));
    }

    @Override
    public List<String> endOfBranch() {
        return statements.moves();
    }

    @Override
    public void check(String sql, int line, List<FlowVariable> parameters) {
        statements.check(sql, line, parameters);
    }

    @Override
    public FlowScope scope() {
        return scope;
    }
}
