package dev.palindrome.seed.bulk;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts many rows into a table, fast, and without holding more than a few of them. */
public interface BulkLoader {

    /** The loader for whatever is at the other end of a connection. */
    static BulkLoader of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? new H2BulkLoader() : new SqlServerBulkLoader();
    }

    /**
     * Loads all rows or none, within the connection's transaction, or in one of its own if the connection commits each
     * statement. Constraints are checked, triggers are not fired. Values given for an identity are kept, and the
     * identity counts on from behind them.
     *
     * @param columns which the rows have values for; others are left to their defaults. No computed, rowversion or
     *     generated ones
     * @param rows each with a value, or null, for each of these columns. The arrays may be used again once the next row
     *     is asked for only if the values are copied: they are held until their part is sent
     * @param progress told how many rows are sent; the caller ends it
     * @return how many rows there were
     * @throws RowRefusedException if the database refuses a row
     * @throws SQLException if the connection is broken
     */
    long load(
            Connection connection,
            Table table,
            List<Column> columns,
            Iterator<@Nullable Object[]> rows,
            LoadProgress progress)
            throws SQLException;
}
