package dev.palindrome.tsql;

import dev.palindrome.tsql.flow.FunctionReader;
import dev.palindrome.tsql.flow.ProcedureReader;
import dev.palindrome.tsql.flow.TemporaryTable;
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
     * The temporary tables that a text may make, which end with it.
     *
     * @param tsql what EXEC runs
     * @return their names
     */
    public static List<String> temporary(String tsql) {
        return TemporaryTable.names(Lexer.tokens(tsql, 1));
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

        /**
         * What a call of a function gives it.
         *
         * @param place where the call stands
         * @param value an argument, or DEFAULT
         * @return the value
         * @throws UntranslatableException if there is none
         */
        public List<Token> given(Token place, List<Token> value) {
            if (value.size() != 1 || !value.get(0).is("DEFAULT")) {
                if (value.isEmpty()) {
                    throw UntranslatableException.syntax(place);
                }
                return value;
            }
            if (otherwise.isEmpty()) {
                throw UntranslatableException.refused(
                        591, place, "the parameter " + variable.name() + " has no default");
            }
            List<Token> tokens = Lexer.tokens(otherwise, place.line());
            return tokens.subList(0, tokens.size() - 1);
        }
    }

    /**
     * A function of the user's own as the embedded engine runs it (Microsoft: create-function-transact-sql).
     *
     * @param name with its schema
     * @param form what it gives
     * @param parameters in their order
     * @param type of the value that it gives; empty where it gives rows
     * @param rows the variable that has the rows in the end; empty where there is none
     * @param columns of that variable, as they are declared in parentheses
     * @param body what it does, or the query that it is
     * @param line on which that begins within its definition
     * @param nullOnNull whether it is NULL, and does nothing, where an argument is
     */
    public record Function(
            ObjectName name,
            Form form,
            List<Parameter> parameters,
            String type,
            String rows,
            String columns,
            String body,
            int line,
            boolean nullOnNull) {

        /** What a function gives. */
        public enum Form {
            /** A value. */
            SCALAR,
            /** The rows of a query. */
            INLINE,
            /** The rows of a variable. */
            ROWS
        }

        /**
         * Reads a definition that has been taken.
         *
         * @param name with its schema
         * @param definition of a function
         * @return what it does
         * @throws UntranslatableException if a function cannot be run that is like it
         */
        public static Function of(ObjectName name, String definition) {
            return FunctionReader.read(name, definition);
        }

        /**
         * What {@code RETURN} gives a value to.
         *
         * @return a variable that no script can name
         */
        public FlowVariable result() {
            return FlowVariable.of(Procedure.RETURN.name(), type);
        }

        /**
         * The name for people.
         *
         * @return with the schema
         */
        public String label() {
            return schema() + "." + name.name();
        }

        /**
         * The body with the variable that has the rows in the end.
         *
         * @return what it does
         */
        public String program() {
            return rows.isEmpty() ? body : "DECLARE " + rows + " TABLE " + columns + " " + body;
        }

        /**
         * The columns of the variable that has the rows in the end.
         *
         * @return with their types
         * @throws UntranslatableException if there is one that is computed, or of a type of the user's own
         */
        public List<ColumnTypes.Column> declared() {
            return FunctionReader.columns(columns);
        }

        /**
         * Where it is.
         *
         * @return its schema
         */
        public String schema() {
            return name.schema() == null ? "dbo" : name.schema();
        }
    }

    /**
     * The rows that a function gives.
     *
     * @param function which
     * @param columns with their types, as far as they are known
     * @param types the same as H2 calls them
     * @param empty a query of H2's that has the columns and no rows
     */
    public record Rows(Function function, List<ColumnTypes.Column> columns, List<String> types, String empty) {}
}
