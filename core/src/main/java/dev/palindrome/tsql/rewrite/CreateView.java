package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.index.KeyColumn;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import dev.palindrome.tsql.rewrite.table.TableRules;
import dev.palindrome.tsql.rule.DataSyntax;
import dev.palindrome.tsql.rule.OrderRule;
import dev.palindrome.tsql.systemview.SystemViewQueries;
import dev.palindrome.tsql.value.StatementValues;
import java.util.ArrayList;
import java.util.List;

/** CREATE VIEW, CREATE OR ALTER VIEW, ALTER VIEW. */
final class CreateView {

    private CreateView() {}

    /**
     * From behind {@code VIEW}.
     *
     * @param head CREATE, CREATE OR ALTER, or ALTER
     * @param definition the statement as written
     */
    static List<String> rewrite(TokenReader reader, String head, String definition, StatementValues values) {
        ObjectName name = reader.objectName();
        List<KeyColumn> named = reader.seesSymbol("(") ? KeyColumn.names(reader) : List.of();
        String columns = named.isEmpty() ? "" : " (" + KeyColumn.names(named) + ")";
        boolean bound = options(reader);
        reader.expect("AS");
        List<Token> query = reader.rest();
        List<Token> inner = withoutCheckOption(withoutEnd(query));
        DataSyntax.requireQuery(inner);
        if (inner.stream().anyMatch(token -> token.isSymbol(";"))) {
            throw new UntranslatableException("a semicolon inside a view");
        }
        OrderRule.require(inner, true);
        refuseTemporary(inner);
        requireAsMany(name, named.size(), inner);
        if (bound) {
            requireBindable(inner);
        }
        List<Token> plain = values.query(inner);
        if (!SystemViewQueries.of(plain).isEmpty()) {
            throw new UntranslatableException("a view of a system view");
        }
        String text = ExpressionRewriter.keepingLines(plain).stripTrailing();
        List<String> rules = new ArrayList<>();
        if (head.equals("CREATE")) {
            rules.add(TableRules.free(name, List.of(name.name())));
        } else if (head.equals("ALTER")) {
            rules.add(ProcedureCall.of("require_view", name.arguments()));
        }
        String comment = SqlLiteral.h2(
                Recorded.nothing().with(Fact.DEFINITION, definition).text());
        String behind = columns + " AS " + text;
        String statement = head.equals("CREATE")
                ? "CREATE VIEW " + name.h2() + " COMMENT " + comment + behind
                : ProcedureCall.of("replace_view", name.arguments(), comment, literal(behind));
        return inSchema(name, ProcedureCall.behind(rules, List.of(statement)));
    }

    private static void refuseTemporary(List<Token> query) {
        for (int i = 1; i < query.size(); i++) {
            Token token = query.get(i);
            boolean table =
                    query.get(i - 1).is("FROM", "JOIN") || query.get(i - 1).isSymbol(".");
            if (table && token.isName() && token.value().startsWith("#")) {
                throw UntranslatableException.refused(
                        4508, token, "views are not allowed on temporary tables, and " + token.text() + " is one");
            }
        }
    }

    /** The same, where what the view names without a schema is looked for in its own first. */
    private static List<String> inSchema(ObjectName view, List<String> statements) {
        String schema = view.schema();
        return schema == null || schema.equalsIgnoreCase("dbo")
                ? statements
                : List.of(ProcedureCall.running("in_schema", List.of(SqlLiteral.h2(schema)), statements));
    }

    /** The same of a statement that is CREATE VIEW, CREATE OR ALTER VIEW, ALTER VIEW, or another. */
    static List<String> inSchema(List<Token> statement, List<String> h2) {
        TokenReader reader = new TokenReader(statement);
        reader.accept("CREATE");
        reader.accept("OR");
        reader.accept("ALTER");
        return reader.accept("VIEW") ? inSchema(reader.objectName(), h2) : h2;
    }

    /** As many names as columns, as far as the text tells: not where there is a star. */
    private static void requireAsMany(ObjectName view, int names, List<Token> query) {
        int columns = columns(query);
        if (names == 0 || columns == 0 || names == columns) {
            return;
        }
        throw names > columns
                ? UntranslatableException.refused(
                        4502, "the view " + view.name() + " names " + names + " columns and selects " + columns)
                : UntranslatableException.refused(
                        8158, "the view " + view.name() + " selects " + columns + " columns and names " + names);
    }

    /** Of the first SELECT that stands in no parentheses; 0 if that is not known. */
    private static int columns(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        reader.until("SELECT");
        if (!reader.accept("SELECT")) {
            return 0;
        }
        List<List<Token>> columns = Arguments.of(reader.until("FROM", "WHERE", "UNION", "EXCEPT", "INTERSECT"));
        boolean star = columns.stream()
                .anyMatch(column ->
                        !column.isEmpty() && column.get(column.size() - 1).isSymbol("*"));
        return star ? 0 : columns.size();
    }

    /** Whether it is bound. What its metadata say is for clients of the database alone. */
    private static boolean options(TokenReader reader) {
        boolean bound = false;
        if (reader.accept("WITH")) {
            do {
                if (reader.sees("ENCRYPTION")) {
                    throw new UntranslatableException("a view WITH ENCRYPTION");
                }
                bound |= reader.sees("SCHEMABINDING");
                reader.require("SCHEMABINDING", "VIEW_METADATA");
            } while (reader.acceptSymbol(","));
        }
        return bound;
    }

    private static List<Token> withoutEnd(List<Token> query) {
        int size = query.size();
        while (size > 0
                && (query.get(size - 1).isSymbol(";") || query.get(size - 1).kind() == Token.Kind.END)) {
            size--;
        }
        return query.subList(0, size);
    }

    /** H2 changes no rows through a view, so there is nothing to be checked. */
    private static List<Token> withoutCheckOption(List<Token> query) {
        int size = query.size();
        boolean checks = size > 3
                && query.get(size - 3).is("WITH")
                && query.get(size - 2).is("CHECK")
                && query.get(size - 1).is("OPTION");
        return checks ? query.subList(0, size - 3) : query;
    }

    /** On as many lines as it has. */
    private static String literal(String text) {
        return "'" + SqlLiteral.doubled(text) + "'";
    }

    /** Microsoft: create-view-transact-sql. */
    private static void requireBindable(List<Token> query) {
        boolean named = query.isEmpty() || query.get(0).is("WITH");
        int depth = 0;
        for (int i = 1; i < query.size(); i++) {
            Token token = query.get(i);
            Token before = query.get(i - 1);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0
                    && token.isSymbol("*")
                    && (before.is("SELECT", "DISTINCT") || before.isSymbol(",") || before.isSymbol("."))) {
                throw UntranslatableException.refused(1054, token, "a bound view names its columns instead of *");
            }
            boolean onePart = before.is("FROM", "JOIN")
                    && token.isName()
                    && (i + 1 == query.size() || !query.get(i + 1).isSymbol("."));
            if (onePart && !named) {
                throw UntranslatableException.refused(
                        4512, token, "a bound view names tables with their schemas, and " + token.text() + " has none");
            }
        }
    }
}
