package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.index.IndexText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which key the rows of a table are sorted by. A primary key is clustered where nothing is said, unless something else is
 * (Microsoft: create-table-transact-sql, alter-table-table-constraint-transact-sql).
 */
final class Clustering {

    private Clustering() {}

    /** The constraints of one statement, in which a primary key hears what the others and the indexes say. */
    static Stream<TableElement.Constraint> of(List<TableElement.Constraint> constraints, List<IndexText> indexes) {
        boolean another = indexes.stream().anyMatch(IndexText::isClustered)
                || constraints.stream()
                        .anyMatch(constraint -> constraint instanceof TableElement.Key key
                                && key.clustering().equals("clustered"));
        return constraints.stream()
                .map(constraint -> another && constraint instanceof TableElement.Key key && isOpen(key)
                        ? key.nonclustered()
                        : constraint);
    }

    /** Whether it depends on the table. */
    static boolean isOpen(TableElement.Key key) {
        return key.primary() && key.clustering().isEmpty();
    }

    /**
     * A primary key of a table that is there: only the database knows whether it has a clustered index.
     *
     * @param clustered what to run where it has none, the key first
     * @param nonclustered what to run where it has one
     */
    static String ofTable(ObjectName table, List<String> clustered, String nonclustered) {
        return ProcedureCall.running(
                "add_primary_key", List.of(table.arguments(), SqlLiteral.h2(nonclustered)), clustered);
    }
}
