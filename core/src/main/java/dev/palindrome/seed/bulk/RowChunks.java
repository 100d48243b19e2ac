package dev.palindrome.seed.bulk;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.seed.refusal.UnfitValueException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in parts that fit into memory, with values as {@link ColumnValues} makes them. */
final class RowChunks {

    /** Characters and bytes, so that long values make short parts. */
    private static final long MOST_CONTENT = 4_000_000;

    private final Table table;
    private final List<Column> columns;
    private final List<ColumnValues> values;
    private final Iterator<@Nullable Object[]> rows;
    private final int most;
    private long taken;

    RowChunks(Table table, List<Column> columns, Iterator<@Nullable Object[]> rows, int most) {
        this.table = table;
        this.columns = columns;
        this.values = columns.stream().map(ColumnValues::of).toList();
        this.rows = rows;
        this.most = most;
    }

    boolean hasNext() {
        return rows.hasNext();
    }

    /** The number of rows taken so far. */
    long taken() {
        return taken;
    }

    List<@Nullable Object[]> next() {
        List<@Nullable Object[]> chunk = new ArrayList<>();
        long content = 0;
        while (chunk.size() < most && content < MOST_CONTENT && rows.hasNext()) {
            @Nullable Object[] row = fitted(rows.next());
            taken++;
            content += content(row);
            chunk.add(row);
        }
        return chunk;
    }

    private @Nullable Object[] fitted(@Nullable Object[] given) {
        @Nullable Object[] row = new @Nullable Object[values.size()];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = values.get(i).orNull(given[i]);
            } catch (UnfitValueException e) {
                throw new RowRefusedException(
                        table,
                        taken + 1,
                        "the column %s takes %s".formatted(columns.get(i).name(), e.wanted()));
            }
        }
        return row;
    }

    private static long content(@Nullable Object[] row) {
        long content = 0;
        for (Object value : row) {
            if (value instanceof String text) {
                content += text.length();
            } else if (value instanceof byte[] bytes) {
                content += bytes.length;
            }
        }
        return content;
    }
}
