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
        all.add(of("in_turn", one.stream().map(SqlLiteral::h2).toArray(String[]::new)));
        all.addAll(statements.subList(1, statements.size()));
        return all;
    }

    /** The same, and all of the statements are one to Flyway: none of them is any use without the others. */
    public static List<String> together(List<String> rules, List<String> statements) {
        List<String> one = new ArrayList<>(rules);
        one.addAll(statements);
        return List.of(of("in_turn", one.stream().map(SqlLiteral::h2).toArray(String[]::new)));
    }

    public static String of(String procedure, String... arguments) {
        return "CALL \"palindrome\".\"" + procedure + "\"(" + String.join(", ", arguments) + ")";
    }
}
