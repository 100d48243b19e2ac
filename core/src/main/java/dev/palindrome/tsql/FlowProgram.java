package dev.palindrome.tsql;

import dev.palindrome.tsql.flow.ProcedureReader;
import java.util.List;

/**
 * A batch with variables or control flow as the embedded engine runs it.
 *
 * @param variables that it declares, and its parameters
 * @param order in which the numbers of dates stand where it begins
 * @param steps in order
 */
public record FlowProgram(List<FlowVariable> variables, DateOrder order, List<FlowStep> steps) {

    /**
     * Makes one of its own.
     *
     * @param variables that it declares
     * @param order of the numbers of dates
     * @param steps in order
     */
    public FlowProgram {
        variables = List.copyOf(variables);
        steps = List.copyOf(steps);
    }

    /**
     * A stored procedure as a script can run it (Microsoft: create-procedure-transact-sql).
     *
     * @param parameters in their order
     * @param body what it does
     * @param line on which that begins within its definition
     * @param temporary the temporary tables that it may make, which end with it
     */
    public record Procedure(List<Parameter> parameters, String body, int line, List<String> temporary) {

        /** What RETURN gives. */
        public static final FlowVariable RETURN = FlowVariable.of("@palindrome$return", "int");

        /**
         * Reads a definition that has been taken.
         *
         * @param definition of a procedure
         * @return what it does
         * @throws UntranslatableException if a procedure cannot be run that is like it
         */
        public static Procedure of(String definition) {
            return ProcedureReader.read(definition);
        }
    }

    /**
     * A parameter of a stored procedure.
     *
     * @param variable that it is within the procedure
     * @param converted whether values are converted to its type
     * @param otherwise its default in T-SQL; empty where it has none
     * @param output whether a caller may take its value
     */
    public record Parameter(FlowVariable variable, boolean converted, String otherwise, boolean output) {

        /**
         * A value as it takes it.
         *
         * @param value in T-SQL
         * @return a query for it
         */
        public String query(String value) {
            return converted ? "SELECT CAST(" + value + " AS " + variable.type() + ")" : "SELECT (" + value + ")";
        }
    }
}
