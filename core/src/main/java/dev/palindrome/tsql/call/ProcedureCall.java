package dev.palindrome.tsql.call;

import dev.palindrome.h2.procedures.H2Procedures;
import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;

/** A call of one of the procedures in {@link H2Procedures}. */
public final class ProcedureCall {

    private ProcedureCall() {}

    /**
     * A definition behind what is to be asked before it, as one statement: Flyway's callbacks for each statement must not
     * come in between.
     */
    public static List<String> behind(List<String> rules, List<String> statements) {
        if (rules.isEmpty()) {
            return statements;
        }
        List<String> one = new ArrayList<>(rules);
        one.add(statements.get(0));
        List<String> all = new ArrayList<>();
        all.add(running("in_turn", List.of(), one));
        all.addAll(statements.subList(1, statements.size()));
        return all;
    }

    /** A procedure that runs the statements that it is given behind its other arguments. */
    public static String running(String procedure, List<String> arguments, List<String> statements) {
        List<String> all = new ArrayList<>(arguments);
        statements.forEach(statement -> all.add(SqlLiteral.h2(statement)));
        return of(procedure, all.toArray(String[]::new));
    }

    public static String of(String procedure, String... arguments) {
        return "CALL \"palindrome\".\"" + procedure + "\"(" + String.join(", ", arguments) + ")";
    }
}
