package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.UserTypeException;
import dev.palindrome.tsql.rewrite.table.TableElement;
import dev.palindrome.tsql.rewrite.table.TableElementReader;
import dev.palindrome.tsql.rule.NamedTables;
import dev.palindrome.tsql.statement.StatementTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What SQL Server demands of a batch as a whole: it parses and compiles all of it before it runs the first statement. */
final class BatchRules {

    private static final String[] FIRST = {
        "VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER", "SCHEMA", "DEFAULT", "RULE"
    };

    /** A column that a statement of the batch adds to a table. */
    private record Added(ObjectName table, String column) {}

    private final List<Added> added = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    private BatchRules() {}

    /**
     * Refuses statements that stand where they may not.
     *
     * @throws dev.palindrome.tsql.NeedsSqlServerException names the first of them
     */
    static void requirePlaces(String script, List<StatementTokens> batch) {
        for (StatementTokens statement : batch) {
            requirePlace(script, statement, statement == batch.get(0), false);
            requireAlone(script, batch.get(0), statement);
        }
    }

    /** What stands behind CREATE SCHEMA belongs to it (Microsoft: create-schema-transact-sql). */
    private static void requireAlone(String script, StatementTokens first, StatementTokens statement) {
        boolean behind = statement != first && !(statement instanceof StatementTokens.SchemaElement);
        if (behind && new TokenReader(first.tokens()).sees("CREATE", "SCHEMA")) {
            throw Refusal.of(
                    script,
                    statement,
                    UntranslatableException.syntax(statement.tokens().get(0)));
        }
    }

    private static void requirePlace(String script, StatementTokens statement, boolean first, boolean conditional) {
        if (statement instanceof StatementTokens.Block block) {
            block.body().forEach(inner -> requirePlace(script, inner, false, true));
        } else if (statement instanceof StatementTokens.If choice) {
            requirePlace(script, choice.then(), false, true);
            choice.otherwise().ifPresent(inner -> requirePlace(script, inner, false, true));
        } else if (!first && !(statement instanceof StatementTokens.SchemaElement)) {
            mustBeFirst(statement.tokens()).ifPresent(kind -> {
                throw Refusal.of(
                        script,
                        statement,
                        conditional ? UntranslatableException.syntax(kind) : notFirst(statement, kind));
            });
        }
    }

    /** What is created or altered, where that must be the first statement of its batch. */
    private static Optional<Token> mustBeFirst(List<Token> statement) {
        TokenReader reader = new TokenReader(statement);
        boolean alter = reader.sees("ALTER");
        if (!reader.accept("CREATE", "OR", "ALTER") && !reader.accept("CREATE") && !reader.accept("ALTER")) {
            return Optional.empty();
        }
        Token kind = reader.peek();
        return Optional.of(kind).filter(what -> what.is(FIRST) && !(alter && what.is("SCHEMA")));
    }

    private static UntranslatableException notFirst(StatementTokens statement, Token kind) {
        return UntranslatableException.refused(
                111,
                kind,
                statement.tokens().get(0).upper() + " " + kind.upper()
                        + " must be the first statement of its batch: put GO before it");
    }

    /** Calls to stand before the batch, for columns that it adds and its queries name. */
    static List<String> newColumns(List<StatementTokens> batch) {
        BatchRules rules = new BatchRules();
        batch.forEach(rules::read);
        return rules.calls;
    }

    private void read(StatementTokens statement) {
        if (statement instanceof StatementTokens.Block block) {
            block.body().forEach(this::read);
        } else if (statement instanceof StatementTokens.If conditional) {
            uses(conditional.condition());
            read(conditional.then());
            conditional.otherwise().ifPresent(this::read);
        } else if (statement.tokens().get(0).is("ALTER")) {
            adds(statement.tokens());
        } else if (statement.tokens().get(0).is("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH")) {
            uses(statement.tokens());
        }
    }

    private void adds(List<Token> statement) {
        TokenReader reader = new TokenReader(statement);
        if (!reader.accept("ALTER", "TABLE")) {
            return;
        }
        try {
            ObjectName table = reader.objectName();
            if (reader.accept("WITH")) {
                reader.next();
            }
            if (reader.accept("ADD")) {
                for (TableElement element : TableElementReader.elements(reader)) {
                    if (element instanceof TableElement.Column column) {
                        added.add(new Added(table, column.name()));
                    }
                }
            }
        } catch (UntranslatableException | UserTypeException notTaken) {
            // said when the statement itself is rewritten
        }
    }

    private void uses(List<Token> tokens) {
        if (added.isEmpty()) {
            return;
        }
        NamedTables tables = NamedTables.of(tokens);
        for (Added one : added) {
            tables.useOf(one.table(), one.column())
                    .map(use -> tables.arguments(one.table(), one.column(), use.line()))
                    .ifPresent(arguments -> calls.add(ProcedureCall.of("require_column", arguments)));
        }
    }
}
