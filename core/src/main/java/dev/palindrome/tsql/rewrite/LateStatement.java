package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.module.BatchText;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.value.type.ColumnDoubts;
import dev.palindrome.tsql.value.type.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that is given to the database as it is, because only there the types of columns are known on which its values
 * depend. It has been rewritten without them before, so that what is refused is refused before the script begins.
 */
final class LateStatement {

    private final String script;
    private final DateOrder order;
    private final Question question;
    private final Optional<ColumnDoubts> doubts;
    private final Optional<String> variables;

    /** @param variables that the statement may name; missing where it names none */
    LateStatement(
            String script,
            DateOrder order,
            Question question,
            Optional<ColumnDoubts> doubts,
            Optional<String> variables) {
        this.variables = variables;
        this.script = script;
        this.order = order;
        this.question = question;
        this.doubts = doubts.filter(any -> !any.isEmpty());
    }

    /** @param h2 what it is without the types, and what comes before it */
    List<String> of(List<String> h2, StatementTokens statement, BatchText batch) {
        if (h2.isEmpty() || question == Question.NONE && doubts.isEmpty()) {
            return h2;
        }
        Token verb = statement.tokens().get(0);
        if (!verb.is("INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "SELECT")) {
            return verb.is("CREATE", "ALTER")
                    ? CreateView.inSchema(statement.tokens(), List.of(call(statement, batch, "NULL")))
                    : h2;
        }
        int main = verb.is("INSERT", "WITH") ? h2.size() - 1 : 0; // behind what is said of an identity
        String plain = h2.get(main);
        if (plain.isEmpty()) {
            return h2;
        }
        List<String> all = new ArrayList<>(h2);
        if (question == Question.NONE && variables.isEmpty()) {
            all.set(main, withLiterals(statement, batch, plain, doubts.orElseThrow()));
            return all;
        }
        boolean tried = question != Question.ALWAYS && doubts.isEmpty() && !draws(plain);
        all.set(main, call(statement, batch, tried ? SqlLiteral.h2(plain) : "NULL"));
        return all;
    }

    /** @param h2 what the condition of an IF is without the types */
    String condition(String h2, int line, String tsql) {
        return question == Question.NONE
                ? h2
                : "\"palindrome\".\"holds\"(" + SqlLiteral.h2(script) + ", " + line + ", " + SqlLiteral.h2(order.name())
                        + ", " + SqlLiteral.h2(tsql) + ")";
    }

    /** Whether it may take numbers of identities and sequences, which are gone where it is refused. */
    private static boolean draws(String h2) {
        boolean adds = h2.startsWith("INSERT") || h2.startsWith("MERGE") || h2.startsWith("CALL");
        return adds || h2.contains("NEXT VALUE FOR");
    }

    /** Rewritten once more only if the literals matter to the columns that take them. */
    private String withLiterals(StatementTokens statement, BatchText batch, String plain, ColumnDoubts literals) {
        List<String> arguments = new ArrayList<>(List.of(
                SqlLiteral.h2(script),
                String.valueOf(statement.line()),
                SqlLiteral.h2(order.name()),
                SqlLiteral.h2(plain),
                SqlLiteral.h2(batch.ofWhatIsLeft(statement.tokens())),
                literals.table().arguments()));
        literals.written().forEach(text -> arguments.add(SqlLiteral.h2(text)));
        return ProcedureCall.of("with_literals", arguments.toArray(String[]::new));
    }

    /** A statement that waits for the types of columns, whatever it is. */
    static String call(String script, int line, DateOrder order, String tsql, Optional<String> variables) {
        List<String> arguments = new ArrayList<>(List.of(
                SqlLiteral.h2(script), String.valueOf(line), SqlLiteral.h2(order.name()), "NULL", SqlLiteral.h2(tsql)));
        variables.ifPresent(declared -> arguments.add(SqlLiteral.h2(declared)));
        return ProcedureCall.of(
                variables.isEmpty() ? "with_column_types" : "with_variables", arguments.toArray(String[]::new));
    }

    private String call(StatementTokens statement, BatchText batch, String plain) {
        List<String> arguments = new ArrayList<>(List.of(
                SqlLiteral.h2(script),
                String.valueOf(statement.line()),
                SqlLiteral.h2(order.name()),
                plain,
                SqlLiteral.h2(batch.ofWhatIsLeft(statement.tokens()))));
        variables.ifPresent(declared -> arguments.add(SqlLiteral.h2(declared)));
        return ProcedureCall.of(
                variables.isEmpty() ? "with_column_types" : "with_variables", arguments.toArray(String[]::new));
    }
}
