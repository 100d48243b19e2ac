package dev.palindrome.tsql;

import java.util.List;

/** What is known of the columns of tables and views where T-SQL is rewritten. */
@FunctionalInterface
public interface ColumnTypes {

    /** Nothing is: the statement is read before those that make its tables have run. */
    ColumnTypes UNKNOWN = table -> List.of();

    /**
     * A column.
     *
     * @param name without brackets
     * @param type as T-SQL declares it; empty where nobody knows
     * @param written whether INSERT gives it a value where it names no columns
     * @param nullable whether it takes NULL
     * @param identity its seed and increment; empty where it has none
     */
    record Column(String name, String type, boolean written, boolean nullable, String identity) {

        /**
         * One that takes NULL and has no identity.
         *
         * @param name without brackets
         * @param type as T-SQL declares it; empty where nobody knows
         * @param written whether INSERT gives it a value where it names no columns
         */
        public Column(String name, String type, boolean written) {
            this(name, type, written, true, "");
        }
    }

    /**
     * The columns of a table or view.
     *
     * @param table its name
     * @return in order; none where it is not known
     */
    List<Column> of(ObjectName table);
}
