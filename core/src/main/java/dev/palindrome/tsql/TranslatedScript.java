package dev.palindrome.tsql;

import dev.palindrome.tsql.flow.VariableTokens;
import dev.palindrome.tsql.rewrite.ScriptRewriter;
import dev.palindrome.tsql.value.StatementValues;
import dev.palindrome.tsql.value.type.ColumnDoubts;
import java.util.List;

/**
 * A T-SQL script as H2 takes it. Whatever is made of a statement starts on the line on which the statement starts in the
 * original, so that line numbers in error messages need no translation.
 *
 * @param sql statements for H2, each ended by a semicolon
 * @param h2Statements the same one by one: H2 runs many statements of one call by recursion, until its stack is full
 * @param statements the original's statements in order
 */
public record TranslatedScript(String sql, List<String> h2Statements, List<TsqlStatement> statements) {

    /**
     * Rewrites a script that Flyway runs.
     *
     * @param name the script's name for error messages
     * @param tsql the script, placeholders already filled in
     * @return the script for H2
     * @throws NeedsSqlServerException if a statement means something that H2 cannot do
     */
    public static TranslatedScript rewrite(String name, String tsql) {
        return rewrite(name, tsql, GoCount.UNKNOWN);
    }

    /**
     * Rewrites a script.
     *
     * @param name the script's name for error messages
     * @param tsql the script
     * @param count what a number behind {@code GO} means
     * @return the script for H2
     * @throws NeedsSqlServerException if a statement means something that H2 cannot do
     */
    public static TranslatedScript rewrite(String name, String tsql, GoCount count) {
        return new ScriptRewriter(name, count, true).rewrite(TsqlBatch.split(tsql, count));
    }

    /**
     * Rewrites a script that Flyway runs without a transaction around it, as a script with {@code executeInTransaction=false}
     * in its configuration.
     *
     * @param name the script's name for error messages
     * @param tsql the script, placeholders already filled in
     * @return the script for H2
     * @throws NeedsSqlServerException if a statement means something that H2 cannot do
     */
    public static TranslatedScript rewriteWithoutTransaction(String name, String tsql) {
        return new ScriptRewriter(name, GoCount.UNKNOWN, false).rewrite(TsqlBatch.split(tsql, GoCount.UNKNOWN));
    }

    /**
     * Rewrites a statement once more where it runs and more is known.
     *
     * @param name the script's name for error messages
     * @param tsql the statement
     * @param line the line on which it starts
     * @param order in which the numbers of dates stand
     * @param columns what is known now
     * @return statements for H2
     * @throws NeedsSqlServerException if it means something that H2 cannot do
     */
    public static List<String> rewriteLate(String name, String tsql, int line, DateOrder order, ColumnTypes columns) {
        TsqlBatch batch = new TsqlBatch(tsql, 0, tsql.length(), line, 1, Lexer.tokens(tsql, line));
        return new ScriptRewriter(name, line, order, columns)
                .rewrite(List.of(batch))
                .h2Statements();
    }

    /**
     * Rewrites a query whose rows somebody takes, over values whose types stand in it.
     *
     * @param name for error messages
     * @param tsql the query
     * @return the query for H2
     * @throws NeedsSqlServerException if it means something that H2 cannot do
     */
    public static String query(String name, String tsql) {
        return rewriteLate(name, tsql, 1, DateOrder.MDY, table -> List.of()).get(0);
    }

    /**
     * Rewrites the condition of an IF once more where it is asked and more is known.
     *
     * @param name the script's name for error messages
     * @param tsql the condition
     * @param line the line on which it starts
     * @param order in which the numbers of dates stand
     * @param columns what is known now
     * @return a condition for H2
     * @throws NeedsSqlServerException if it means something that H2 cannot do
     */
    public static String conditionLate(String name, String tsql, int line, DateOrder order, ColumnTypes columns) {
        List<Token> tokens = Lexer.tokens(tsql, line);
        return new ScriptRewriter(name, line, order, columns).condition(tokens.subList(0, tokens.size() - 1));
    }

    /**
     * The types of the columns that a query selects.
     *
     * @param tsql the query
     * @param columns what is known
     * @return in order, as T-SQL declares them; empty texts where nobody knows
     */
    public static List<String> selectedTypes(String tsql, ColumnTypes columns) {
        List<Token> tokens = Lexer.tokens(tsql, 1);
        List<Token> query = VariableTokens.of(tokens.subList(0, tokens.size() - 1), columns);
        return new StatementValues(columns, DateOrder.MDY).selectedTypes(query);
    }

    /**
     * Reads T-SQL that a script has put together where it runs.
     *
     * @param name the script's name for error messages
     * @param tsql a batch
     * @param line the line of the statement that runs it
     * @param order in which the numbers of dates stand
     * @param columns what is known now
     * @param parameters variables that it begins with
     * @return the steps to run
     * @throws NeedsSqlServerException if it means something that H2 cannot do
     */
    public static FlowProgram program(
            String name, String tsql, int line, DateOrder order, ColumnTypes columns, List<FlowVariable> parameters) {
        return new ScriptRewriter(name, line, order, columns).program(tsql, parameters);
    }

    /**
     * Whether the literals of an INSERT have to be read by the types of its columns.
     *
     * @param literals as the rewritten script has them
     * @param columns of its table
     * @param order in which the numbers of dates stand
     * @return false where H2 reads them all as SQL Server does
     */
    public static boolean dependsOnTypes(List<String> literals, List<ColumnTypes.Column> columns, DateOrder order) {
        return ColumnDoubts.matter(literals, columns, order);
    }
}
