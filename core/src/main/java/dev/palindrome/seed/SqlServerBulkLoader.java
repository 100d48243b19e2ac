package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL Server's bulk copy. */
final class SqlServerBulkLoader implements BulkLoader {

    @Override
    public long load(
            Connection connection,
            Table table,
            List<Column> columns,
            Iterator<@Nullable Object[]> rows,
            LoadProgress progress)
            throws SQLException {
        throw new SeedException("Not there yet.");
    }
}
