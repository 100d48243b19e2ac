package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.session.GivenIdentity;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * INSERT without a list of columns: it gives all but identities and computed columns. A ROWVERSION, which H2 computes, counts:
 * DEFAULT stands in its place (Microsoft: insert-transact-sql).
 */
final class InsertInOrder {

    /** H2's number for a value that is given to a column which it computes. */
    private static final int COMPUTED = 90154;

    /** H2's number for other values than columns. */
    private static final int COLUMN_COUNT = 21002;

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
            if (e.getErrorCode() == COLUMN_COUNT) {
                throw otherNumber(source);
            }
            throw e.getErrorCode() == COMPUTED
                    ? TsqlError.of(
                            273,
                            "Cannot insert an explicit value into a timestamp column. Use INSERT with a column list to"
                                    + " exclude the timestamp column, or insert a DEFAULT into the timestamp column.")
                    : e;
        }
    }

    /** All columns, with the identity, may be as many as there are values. */
    private SQLException otherNumber(String source) throws SQLException {
        List<String> all = table.columns().stream()
                .filter(column -> !column.computed())
                .map(column -> QuotedName.of(column.name()))
                .toList();
        boolean identity = table.columns().stream().anyMatch(H2Column::identity) && takes(all, source);
        return identity
                ? TsqlError.of(
                        8101,
                        "An explicit value for the identity column in table '" + table.name()
                                + "' can only be specified when a column list is used and IDENTITY_INSERT is ON.")
                : TsqlError.of(213, "Column name or number of supplied values does not match table definition.");
    }

    private boolean takes(List<String> names, String source) throws SQLException {
        String insert = "INSERT INTO " + table.h2() + " (" + String.join(", ", names) + ") " + source;
        try {
            PreparedSql.on(table.connection(), insert).close();
            return true;
        } catch (SQLException e) {
            return e.getErrorCode() != COLUMN_COUNT;
        }
    }

    private static boolean isRowversion(H2Column column) {
        return Recorded.parse(column.comment())
                .get(Fact.TYPE)
                .filter(type -> DeclaredType.parse(type).isRowversion())
                .isPresent();
    }
}
