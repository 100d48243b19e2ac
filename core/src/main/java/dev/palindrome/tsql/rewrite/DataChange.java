package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.change.MergeCondition;
import dev.palindrome.tsql.change.OutputClause;
import dev.palindrome.tsql.change.RowChange;
import dev.palindrome.tsql.index.IndexMaintenance;
import dev.palindrome.tsql.index.KeyColumn;
import dev.palindrome.tsql.query.FromClause;
import dev.palindrome.tsql.query.Made;
import dev.palindrome.tsql.query.RowsOfValues;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import dev.palindrome.tsql.rule.OrderRule;
import dev.palindrome.tsql.rule.TableHints;
import java.util.ArrayList;
import java.util.List;

/** INSERT, UPDATE, DELETE, MERGE and queries. */
final class DataChange {

    private final IdentityInserts identityInserts;

    DataChange(IdentityInserts identityInserts) {
        this.identityInserts = identityInserts;
    }

    List<String> rewrite(List<Token> tokens) {
        OrderRule.require(tokens, false);
        if (tokens.size() > 1 && tokens.get(1).is("TOP")) {
            if (tokens.get(0).is("UPDATE", "DELETE")) {
                return List.of(RowChange.of(List.of(), tokens, ExpressionRewriter::queryOnOneLine));
            }
            if (tokens.get(0).is("MERGE")) {
                throw new UntranslatableException("TOP in MERGE");
            }
        }
        TokenReader reader = new TokenReader(tokens);
        return switch (reader.peek().upper()) {
            case "INSERT" -> insert(reader, "");
            case "UPDATE" ->
                reader.accept("UPDATE", "STATISTICS")
                        ? IndexMaintenance.updateStatistics(reader)
                        : List.of(update(reader));
            case "DELETE" -> List.of(delete(reader));
            case "MERGE" -> merge(tokens);
            case "WITH" -> with(tokens);
            default -> List.of(ExpressionRewriter.query(tokens));
        };
    }

    /**
     * A change whose rows go into another table as well.
     *
     * @param given an INSERT of what is selected from the change's target, as the values of T-SQL are written for H2
     */
    List<String> rewrite(List<Token> tokens, List<Token> given, OutputClause.Rows rows) {
        List<String> statements = new ArrayList<>(rewrite(tokens));
        int last = statements.size() - 1;
        String change = statements.get(last);
        if (!change.startsWith("CALL ")) { // without a list of columns: it has one as soon as they are known
            statements.remove(last);
            statements.add(giving(given, rows, rows + " TABLE (" + change.strip() + ")"));
        }
        return statements;
    }

    private String giving(List<Token> given, OutputClause.Rows rows, String change) {
        TokenReader reader = new TokenReader(given);
        List<Token> insert = reader.until("SELECT");
        List<Token> query = reader.rest();
        int from = query.size() - 1;
        while (!query.get(from).is("FROM")) {
            from--;
        }
        String items = ExpressionRewriter.queryOnOneLine(query.subList(0, from)).strip();
        String h2 = items + " FROM " + change + " AS \"" + rows.table() + "\"";
        TokenReader into = new TokenReader(insert);
        into.expect("INSERT", "INTO");
        ObjectName table = into.objectName();
        List<KeyColumn> list = into.seesSymbol("(") ? KeyColumn.names(into) : List.of();
        List<String> before =
                identityInserts.before(table, list.stream().map(KeyColumn::name).toList());
        String putting = list.isEmpty()
                ? ProcedureCall.of("insert_in_order", table.arguments(), SqlLiteral.h2(h2))
                : "INSERT INTO " + table.h2() + " (" + KeyColumn.names(list) + ") " + h2;
        return ProcedureCall.behind(before, List.of(putting)).get(0);
    }

    private List<String> insert(TokenReader reader, String commonTables) {
        reader.expect("INSERT");
        reader.accept("INTO");
        ObjectName table = reader.objectName();
        TableHints.ofTarget(reader);
        List<KeyColumn> list = reader.seesSymbol("(") && !isQuery(reader) ? KeyColumn.names(reader) : List.of();
        String columns = list.isEmpty() ? "" : " (" + KeyColumn.names(list) + ")";
        if (reader.peek().is("EXEC", "EXECUTE")) {
            throw new UntranslatableException("INSERT … EXEC behind what ends in another statement");
        }
        boolean defaults = reader.sees("DEFAULT", "VALUES");
        List<Token> source = reader.rest();
        List<String> statements = new ArrayList<>(
                identityInserts.before(table, list.stream().map(KeyColumn::name).toList()));
        identityInserts.given(table);
        if (columns.isEmpty() && !defaults) {
            String inOrder =
                    commonTables + ExpressionRewriter.queryOnOneLine(source).strip();
            statements.add(ProcedureCall.of("insert_in_order", table.arguments(), SqlLiteral.h2(inOrder)));
        } else {
            String from = commonTables.isEmpty() ? "" : " " + commonTables.strip();
            statements.add("INSERT INTO " + table.h2() + columns + from + gapped(source));
        }
        return statements;
    }

    private static boolean isQuery(TokenReader reader) {
        return reader.peek(1).is("SELECT") || reader.peek(1).isSymbol("(");
    }

    private static String update(TokenReader reader) {
        int start = reader.position();
        reader.expect("UPDATE");
        ObjectName target = reader.objectName();
        TableHints.ofTarget(reader);
        reader.expect("SET");
        List<Token> assignments = reader.until("FROM", "WHERE");
        if (isSummed(target, assignments, reader) || reader.sees("FROM") && !isPlain(target, reader)) {
            reader.back(start);
            return RowChange.of(List.of(), reader.rest(), ExpressionRewriter::queryOnOneLine);
        }
        if (reader.sees("FROM")) {
            return JoinedChange.update(target, assignments, reader);
        }
        reader.back(start);
        return ExpressionRewriter.query(reader.rest());
    }

    private static String delete(TokenReader reader) {
        int start = reader.position();
        reader.expect("DELETE");
        reader.accept("FROM");
        ObjectName table = reader.objectName();
        TableHints.ofTarget(reader);
        if (isSummed(table, List.of(), reader) || reader.sees("FROM") && !isPlain(table, reader)) {
            reader.back(start);
            return RowChange.of(List.of(), reader.rest(), ExpressionRewriter::queryOnOneLine);
        }
        if (reader.sees("FROM")) {
            return JoinedChange.delete(table, reader);
        }
        List<Token> rest = reader.rest();
        boolean ended = rest.isEmpty() || rest.get(0).kind() == Token.Kind.END;
        if (!ended && !rest.get(0).is("WHERE")) {
            throw UntranslatableException.at(rest.get(0));
        }
        return "DELETE FROM " + table.h2() + gapped(rest);
    }

    private static boolean isSummed(ObjectName target, List<Token> assignments, TokenReader reader) {
        int start = reader.position();
        List<Token> rest = reader.rest();
        reader.back(start);
        return RowsOfValues.summed(assignments, target.name()) || RowsOfValues.summed(rest, target.name());
    }

    /** Whether behind the FROM that stands here there is the table, and at most one other that is plainly joined. */
    private static boolean isPlain(ObjectName target, TokenReader reader) {
        int start = reader.position();
        List<FromClause.Part> parts = FromClause.parts(reader.until("WHERE", ";"));
        reader.back(start);
        boolean tables = parts.stream()
                .allMatch(part -> part.source().stream().allMatch(token -> token.isName() || token.isSymbol(".")));
        boolean joined = parts.size() == 1
                || parts.size() == 2
                        && !parts.get(1).join().isEmpty()
                        && parts.get(1).join().get(0).is("INNER", "JOIN")
                        && parts.get(1).join().size()
                                == (parts.get(1).join().get(0).is("JOIN") ? 1 : 2)
                        && !parts.get(1).on().isEmpty();
        boolean named = parts.stream()
                .anyMatch(part -> !part.source().isEmpty()
                        && (part.alias().equalsIgnoreCase(target.name())
                                || part.source()
                                        .get(part.source().size() - 1)
                                        .value()
                                        .equalsIgnoreCase(target.name())));
        return tables && joined && named;
    }

    private static String gapped(List<Token> tokens) {
        int newlines = tokens.isEmpty() ? 0 : tokens.get(0).newlines();
        return (newlines == 0 ? " " : "\n".repeat(newlines))
                + ExpressionRewriter.query(tokens).stripTrailing();
    }

    /** MERGE is standard SQL but for what it does with rows that only the target has, which has been done before. */
    private List<String> merge(List<Token> tokens) {
        List<Token> standard = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean by = token.is("BY") && tokens.get(i - 1).is("MATCHED");
            if (by) {
                i++;
            } else {
                standard.add(token);
            }
        }
        if (standard.size() > 1 && !standard.get(1).is("INTO")) {
            Token merge = standard.get(0);
            standard.add(1, new Token(Token.Kind.WORD, "INTO", "INTO", merge.end(), merge.line(), 0, true));
        }
        TokenReader reader = new TokenReader(standard);
        reader.until("WHEN");
        if (RowsOfValues.summed(reader.rest(), "")) {
            throw new UntranslatableException("MERGE with a sum of VALUES that name columns");
        }
        reader.back(0);
        reader.expect("MERGE", "INTO");
        identityInserts.given(reader.objectName());
        return List.of(ExpressionRewriter.merge(MergeCondition.withColumn(standard)));
    }

    /** H2 has common table expressions in queries only; those of an INSERT belong to its query there. */
    private List<String> with(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        List<Token> expressions = reader.until("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");
        if (reader.sees("SELECT")) {
            return List.of(ExpressionRewriter.query(tokens));
        }
        if (reader.sees("MERGE")) {
            return merge(withSource(reader.rest(), expressions));
        }
        if (!reader.sees("INSERT")) {
            return List.of(RowChange.of(expressions, reader.rest(), ExpressionRewriter::queryOnOneLine));
        }
        return insert(reader, ExpressionRewriter.queryOnOneLine(expressions) + " ");
    }

    /** The common table expressions belong to the source. */
    private static List<Token> withSource(List<Token> merge, List<Token> expressions) {
        TokenReader reader = new TokenReader(merge);
        Made made = new Made(merge.get(0)).add(reader.until("USING"));
        reader.expect("USING");
        made.add("USING (").add(expressions);
        List<Token> source = reader.until("ON");
        if (source.get(0).isSymbol("(")) {
            return made.add(source.subList(1, source.size())).add(reader.rest()).tokens();
        }
        FromClause.Part table = FromClause.parts(source).get(0);
        return made.add("SELECT * FROM")
                .add(table.source())
                .add(") AS")
                .name(table.alias())
                .add(reader.rest())
                .tokens();
    }
}
