package dev.palindrome.tsql.call;

import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;

/**
 * What one statement of T-SQL is to H2, which commits each part of it: where one fails, those before it are undone, so that it
 * is done whole or not at all, as on SQL Server.
 */
public final class UndoableSteps {

    private final List<String> rules;
    private final List<String> statements = new ArrayList<>();
    private final List<String> undos = new ArrayList<>();

    /** @param rules what is asked before the first */
    public UndoableSteps(List<String> rules) {
        this.rules = rules;
    }

    /** @param undo what takes it back; empty if nothing must be */
    public UndoableSteps add(String statement, String undo) {
        statements.add(statement);
        undos.add(undo);
        return this;
    }

    /** Something that the steps before it take back, too. */
    public UndoableSteps addAll(List<String> more) {
        more.forEach(statement -> add(statement, ""));
        return this;
    }

    /** One statement for H2, so that Flyway's callbacks for each statement do not come in between. */
    public List<String> asOne() {
        if (statements.size() < 2) {
            return ProcedureCall.behind(rules, statements);
        }
        List<String> arguments = new ArrayList<>();
        rules.forEach(rule -> arguments.addAll(List.of(SqlLiteral.h2(rule), "''")));
        for (int i = 0; i < statements.size(); i++) {
            arguments.add(SqlLiteral.h2(statements.get(i)));
            arguments.add(SqlLiteral.h2(undos.get(i)));
        }
        return List.of(ProcedureCall.of("all_or_none", arguments.toArray(String[]::new)));
    }
}
