package dev.palindrome.seed.bulk;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bulk copy puts the default where a row has NULL, unless it is told KEEP_NULLS; then columns that no value is given for
 * get no default either (docs: keep-nulls-or-use-default-values-during-bulk-import-sql-server). An INSERT keeps a NULL
 * that is given, and makes the defaults of columns that are not.
 *
 * @param given which of the given columns have a default
 * @param wanted whether a column that is not given has one
 */
record SqlServerDefaults(List<Integer> given, boolean wanted) {

    static SqlServerDefaults of(Table table, List<Column> columns) {
        List<Integer> given = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).defaultValue().isPresent())
                .boxed()
                .toList();
        boolean wanted = table.columns().stream()
                .anyMatch(column -> column.defaultValue().isPresent() && !columns.contains(column));
        return new SqlServerDefaults(given, wanted);
    }

    /** Whether there is a NULL that must not become a default. */
    boolean hasNull(List<@Nullable Object[]> rows) {
        return !given.isEmpty() && rows.stream().anyMatch(row -> given.stream().anyMatch(i -> row[i] == null));
    }

    /** Whether neither way of bulk copying does what an INSERT does. */
    boolean bulkCopyMixesUp(List<@Nullable Object[]> rows) {
        return wanted && hasNull(rows);
    }
}
