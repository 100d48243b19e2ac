package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.session.GivenIdentity;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * INSERT without a list of columns: it gives all but identities and computed columns. A ROWVERSION, which H2 computes, counts:
 * DEFAULT stands in its place (Microsoft: insert-transact-sql).
 */
final class InsertInOrder {

    /** H2's number for a value that is given to a column which it computes. */
    private static final int COMPUTED = 90154;

    private final H2Table table;

    InsertInOrder(H2Table table) {
        this.table = table;
    }

    long insert(String source) throws SQLException {
        String names = table.columns().stream()
                .filter(column -> !column.identity() && (!column.computed() || isRowversion(column)))
                .filter(column -> !Recorded.parse(column.comment()).is(Fact.HIDDEN))
                .map(column -> QuotedName.of(column.name()))
                .collect(Collectors.joining(", "));
        try {
            return GivenIdentity.affected(
                    table.connection(), "INSERT INTO " + table.h2() + " (" + names + ") " + source);
        } catch (SQLException e) {
            throw e.getErrorCode() == COMPUTED
                    ? TsqlError.of(
                            273,
                            "Cannot insert an explicit value into a timestamp column. Use INSERT with a column list to"
                                    + " exclude the timestamp column, or insert a DEFAULT into the timestamp column.")
                    : e;
        }
    }

    private static boolean isRowversion(H2Column column) {
        return Recorded.parse(column.comment())
                .get(Fact.TYPE)
                .filter(type -> DeclaredType.parse(type).isRowversion())
                .isPresent();
    }
}
