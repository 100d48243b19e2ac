package dev.palindrome.tsql;

import dev.palindrome.sql.CodePage;
import dev.palindrome.tsql.flow.FlowScope;
import java.util.List;
import java.util.Optional;

/** What is known of the columns of tables and views, and of variables, where T-SQL is rewritten. */
@FunctionalInterface
public interface ColumnTypes {

    /** Nothing is: the statement is read before those that make its tables have run. */
    ColumnTypes UNKNOWN = new ColumnTypes() {
        @Override
        public List<Column> of(ObjectName table) {
            return List.of();
        }

        @Override
        public boolean areKnown() {
            return false;
        }
    };

    /**
     * A column.
     *
     * @param name without brackets
     * @param type as T-SQL declares it; empty where nobody knows
     * @param written whether INSERT gives it a value where it names no columns
     * @param nullable whether it takes NULL
     * @param identity its seed and increment; empty where it has none
     * @param collation its own; empty where it compares as the database does
     * @param hidden whether {@code *} leaves it out
     */
    record Column(
            String name,
            String type,
            boolean written,
            boolean nullable,
            String identity,
            String collation,
            boolean hidden) {

        /**
         * Whether its collation has another code page than the database's.
         *
         * @return false where it has none of its own
         */
        public boolean hasOtherCodePage() {
            return !collation.isEmpty() && !CodePage.isOf(collation);
        }

        /**
         * As the declaration of another column like it has it.
         *
         * @return its type with its collation; empty where nobody knows
         */
        public String declaration() {
            return type.isEmpty() || collation.isEmpty() ? type : type + " COLLATE " + collation;
        }

        /**
         * One that takes NULL, has no identity and the code page of the database, and is not hidden.
         *
         * @param name without brackets
         * @param type as T-SQL declares it; empty where nobody knows
         * @param written whether INSERT gives it a value where it names no columns
         */
        public Column(String name, String type, boolean written) {
            this(name, type, written, true, "", "", false);
        }
    }

    /**
     * The columns of a table or view.
     *
     * @param table its name
     * @return in order; none where it is not known
     */
    List<Column> of(ObjectName table);

    /**
     * What a view is made of.
     *
     * @param view its name
     * @return as H2 has it; empty for what is no view, or not known
     */
    default String viewBody(ObjectName view) {
        return "";
    }

    /**
     * Whether the statement is rewritten where it runs.
     *
     * @return false before that
     */
    default boolean areKnown() {
        return true;
    }

    /**
     * Whether somebody takes the rows that queries of a batch give, as {@code INSERT … EXEC} does.
     *
     * @return true where they go into {@link FlowStep#COLLECTED}
     */
    default boolean collected() {
        return false;
    }

    /**
     * A variable, or a function of the session that is read like one.
     *
     * @param name with its at signs, or the function's with {@code ()}, in any case
     * @return missing where there is none
     */
    default Optional<FlowVariable> variable(String name) {
        return Optional.empty();
    }

    /**
     * A function of the user's own.
     *
     * @param name as it is called
     * @return missing where there is none, or where it is not known yet
     */
    default Optional<FlowProgram.Function> function(ObjectName name) {
        return Optional.empty();
    }

    /**
     * The rows that a function of the user's own gives.
     *
     * @param name as it is called
     * @return missing where there is none, or where it is not known yet
     */
    default Optional<FlowProgram.Rows> rows(ObjectName name) {
        return Optional.empty();
    }

    /**
     * The same with variables, and with what T-SQL asks a session.
     *
     * @param variables there are no others then
     * @return knows the same columns
     */
    default ColumnTypes with(List<FlowVariable> variables) {
        return FlowScope.of(this, variables);
    }

    /**
     * All variables that the script has declared.
     *
     * @return what {@link FlowVariable#parse} reads
     */
    default String variables() {
        return "";
    }
}
