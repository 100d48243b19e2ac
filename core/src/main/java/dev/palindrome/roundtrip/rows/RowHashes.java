package dev.palindrome.roundtrip.rows;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of a table as hashes: enough to tell whether they are the same, and in which columns not.
 *
 * @param columns their names
 * @param keyColumns where in a row its key stands; empty where the table has none
 * @param rows a hash for each column, for each row
 */
public record RowHashes(List<String> columns, List<Integer> keyColumns, List<long[]> rows) {

    /**
     * What another reading of the same columns has lost.
     *
     * @param losses what went or changed
     * @param extra how many rows there are too many
     */
    public record Comparison(List<DataLoss> losses, long extra) {
        public boolean isSame() {
            return losses.isEmpty() && extra == 0;
        }
    }

    public Comparison compare(Table table, RowHashes actual) {
        return keyColumns.isEmpty() ? compareAsBag(table, actual) : compareByKey(table, actual);
    }

    private Comparison compareByKey(Table table, RowHashes actual) {
        Map<List<Long>, long[]> present = new HashMap<>();
        actual.rows.forEach(row -> present.put(key(row), row));
        long gone = 0;
        Map<Integer, Long> changed = new TreeMap<>();
        for (long[] row : rows) {
            long[] now = present.remove(key(row));
            if (now == null) {
                gone++;
            } else {
                countChanges(row, now, changed);
            }
        }
        List<DataLoss> losses = wholeRows(table, gone);
        changed.forEach((column, count) -> losses.add(new DataLoss(table.toString(), columns.get(column), count)));
        return new Comparison(losses, present.size());
    }

    private static void countChanges(long[] row, long[] now, Map<Integer, Long> changed) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != now[i]) {
                changed.merge(i, 1L, Long::sum);
            }
        }
    }

    private Comparison compareAsBag(Table table, RowHashes actual) {
        long gone = unmatched(
                rows.stream().map(RowHashes::all).toList(),
                actual.rows.stream().map(RowHashes::all).toList());
        long extra = gone + actual.rows.size() - rows.size();
        if (gone == 0 || gone != extra) {
            return new Comparison(wholeRows(table, gone), extra);
        }
        List<DataLoss> losses = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            long changed = unmatched(
                    rows.stream().map(row -> List.of(row[column])).toList(),
                    actual.rows.stream().map(row -> List.of(row[column])).toList());
            if (changed > 0) {
                losses.add(new DataLoss(table.toString(), columns.get(column), changed));
            }
        }
        return losses.isEmpty() ? new Comparison(wholeRows(table, gone), extra) : new Comparison(losses, 0);
    }

    /** How many of these are not among those. */
    private static long unmatched(List<List<Long>> these, List<List<Long>> those) {
        Map<List<Long>, Long> left = new HashMap<>();
        those.forEach(row -> left.merge(row, 1L, Long::sum));
        long unmatched = 0;
        for (List<Long> row : these) {
            long count = left.getOrDefault(row, 0L);
            if (count == 0) {
                unmatched++;
            } else {
                left.put(row, count - 1);
            }
        }
        return unmatched;
    }

    private static List<DataLoss> wholeRows(Table table, long gone) {
        List<DataLoss> losses = new ArrayList<>();
        if (gone > 0) {
            losses.add(new DataLoss(table.toString(), DataLoss.WHOLE_ROWS, gone));
        }
        return losses;
    }

    private List<Long> key(long[] row) {
        return keyColumns.stream().map(column -> row[column]).toList();
    }

    private static List<Long> all(long[] row) {
        List<Long> values = new ArrayList<>(row.length);
        for (long value : row) {
            values.add(value);
        }
        return values;
    }
}
