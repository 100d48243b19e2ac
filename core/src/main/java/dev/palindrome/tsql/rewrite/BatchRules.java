package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rule.NamedTables;
import dev.palindrome.tsql.statement.StatementTokens;
import java.util.ArrayList;
import java.util.List;

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
     * Refuses a statement that stands where it may not.
     *
     * @param first whether it is the first of its batch
     * @param conditional whether it hangs on an IF or stands in a block
     */
    static void requirePlace(List<Token> statement, boolean first, boolean conditional) {
        if (statement.size() < 2 || !statement.get(0).is("CREATE", "ALTER")) {
            return;
        }
        boolean orAlter = statement.size() > 3
                && statement.get(1).is("OR")
                && statement.get(2).is("ALTER");
        Token kind = statement.get(orAlter ? 3 : 1);
        boolean mustBeFirst = kind.is(FIRST) && !(statement.get(0).is("ALTER") && kind.is("SCHEMA"));
        if (mustBeFirst && conditional) {
            throw UntranslatableException.syntax(kind);
        }
        if (mustBeFirst && !first) {
            throw UntranslatableException.refused(
                    111,
                    kind,
                    statement.get(0).upper() + " " + kind.upper()
                            + " must be the first statement of its batch: put GO before it");
        }
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
        } catch (UntranslatableException notTaken) {
            // said when the statement itself is rewritten
        }
    }

    private void uses(List<Token> tokens) {
        if (added.isEmpty()) {
            return;
        }
        NamedTables tables = NamedTables.of(tokens);
        for (Added one : added) {
            Token use = tables.useOf(one.table(), one.column());
            if (use != null) {
                calls.add(ProcedureCall.of("require_column", tables.arguments(one.table(), one.column(), use.line())));
            }
        }
    }
}
