package dev.palindrome.roundtrip.rows;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.DataLoss.Example;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of a table as hashes: enough to tell whether they are the same, and in which columns not.
 *
 * @param columns their names
 * @param keyColumns where in a row its key stands; empty where the table has none
 * @param rows a hash for each column, for each row
 * @param texts what the same rows look like
 * @param generated the keys of those that Palindrome has generated
 */
public record RowHashes(
        List<String> columns,
        List<Integer> keyColumns,
        List<long[]> rows,
        List<RowTexts> texts,
        Set<List<Long>> generated) {

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

    public static final RowHashes NONE = new RowHashes(List.of(), List.of(), List.of(), List.of(), Set.of());

    /** The same, knowing which rows are Palindrome's own. */
    public RowHashes generating(Set<List<Long>> keys) {
        return new RowHashes(columns, keyColumns, rows, texts, keys);
    }

    /** The keys of the rows that another reading has not. */
    public Set<List<Long>> keysBeside(RowHashes other) {
        Set<List<Long>> keys = rows.stream().map(this::key).collect(Collectors.toCollection(HashSet::new));
        other.rows.forEach(row -> keys.remove(other.key(row)));
        return keys;
    }

    public Comparison compare(Table table, RowHashes actual) {
        return keyColumns.isEmpty() ? compareAsBag(table, actual) : compareByKey(table, actual);
    }

    private Comparison compareByKey(Table table, RowHashes actual) {
        Map<List<Long>, Integer> present = new HashMap<>();
        for (int i = 0; i < actual.rows.size(); i++) {
            present.put(actual.key(actual.rows.get(i)), i);
        }
        long gone = 0;
        Optional<Example> goneExample = Optional.empty();
        Map<Integer, ColumnLoss> changed = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            long[] row = rows.get(i);
            Integer now = present.remove(key(row));
            if (now == null) {
                gone++;
                goneExample = goneExample.isPresent() ? goneExample : exampleOfKey(i);
            } else {
                countChanges(i, actual, now, changed);
            }
        }
        List<DataLoss> losses = wholeRows(table, gone, goneExample);
        changed.forEach((column, loss) -> losses.add(loss(table, column, loss)));
        return new Comparison(losses, present.size());
    }

    /** How many values of a column have changed, and one of them. */
    private record ColumnLoss(long rows, Optional<Example> example) {

        static final ColumnLoss NONE = new ColumnLoss(0, Optional.empty());

        ColumnLoss and(Optional<Example> other) {
            return new ColumnLoss(rows + 1, example.or(() -> other));
        }
    }

    private DataLoss loss(Table table, int column, ColumnLoss loss) {
        return new DataLoss(table.toString(), columns.get(column), loss.rows(), false, rows.size(), loss.example());
    }

    private void countChanges(int index, RowHashes actual, int other, Map<Integer, ColumnLoss> changed) {
        long[] row = rows.get(index);
        long[] now = actual.rows.get(other);
        for (int i = 0; i < row.length; i++) {
            if (row[i] != now[i]) {
                changed.put(i, changed.getOrDefault(i, ColumnLoss.NONE).and(example(index, actual, other, i)));
            }
        }
    }

    private Optional<Example> example(int index, RowHashes actual, int other, int column) {
        if (!generated.contains(key(rows.get(index)))) {
            return Optional.empty();
        }
        Optional<String> was = texts.get(index).shown(column);
        Optional<String> now = actual.texts.get(other).shown(column);
        return was.isEmpty() || now.isEmpty() || was.equals(now)
                ? Optional.empty()
                : Optional.of(new Example(was.get(), now.get()));
    }

    private Optional<Example> exampleOfKey(int index) {
        List<Optional<String>> parts = keyColumns.stream()
                .map(column -> texts.get(index)
                        .shown(column)
                        .map(value -> BracketedName.readable(List.of(columns.get(column))) + " = " + value))
                .toList();
        boolean canBeShown = generated.contains(key(rows.get(index)))
                && !parts.isEmpty()
                && parts.stream().allMatch(Optional::isPresent);
        return canBeShown
                ? Optional.of(
                        new Example(parts.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ")), ""))
                : Optional.empty();
    }

    private Comparison compareAsBag(Table table, RowHashes actual) {
        long gone = unmatched(
                rows.stream().map(RowHashes::all).toList(),
                actual.rows.stream().map(RowHashes::all).toList());
        long extra = gone + actual.rows.size() - rows.size();
        if (gone == 0 || gone != extra) {
            return new Comparison(wholeRows(table, gone, Optional.empty()), extra);
        }
        List<DataLoss> losses = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            long changed = unmatched(
                    rows.stream().map(row -> List.of(row[column])).toList(),
                    actual.rows.stream().map(row -> List.of(row[column])).toList());
            if (changed > 0) {
                losses.add(loss(table, column, new ColumnLoss(changed, exampleInBag(actual, column))));
            }
        }
        return losses.isEmpty()
                ? new Comparison(wholeRows(table, gone, Optional.empty()), extra)
                : new Comparison(losses, 0);
    }

    /** Of a row that is there again but for one column. */
    private Optional<Example> exampleInBag(RowHashes actual, int column) {
        Map<List<Long>, Integer> others = new HashMap<>();
        for (int i = 0; i < actual.rows.size(); i++) {
            others.put(without(actual.rows.get(i), column), i);
        }
        for (int i = 0; i < rows.size(); i++) {
            Integer other = others.get(without(rows.get(i), column));
            Optional<Example> example =
                    other == null || rows.get(i)[column] == actual.rows.get(other)[column]
                            ? Optional.empty()
                            : example(i, actual, other, column);
            if (example.isPresent()) {
                return example;
            }
        }
        return Optional.empty();
    }

    private static List<Long> without(long[] row, int column) {
        List<Long> values = all(row);
        values.remove(column);
        return values;
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

    private List<DataLoss> wholeRows(Table table, long gone, Optional<Example> example) {
        List<DataLoss> losses = new ArrayList<>();
        if (gone > 0) {
            losses.add(new DataLoss(table.toString(), DataLoss.WHOLE_ROWS, gone, false, rows.size(), example));
        }
        return losses;
    }

    /** Without a key the row itself is one. */
    private List<Long> key(long[] row) {
        return keyColumns.isEmpty()
                ? all(row)
                : keyColumns.stream().map(column -> row[column]).toList();
    }

    private static List<Long> all(long[] row) {
        List<Long> values = new ArrayList<>(row.length);
        for (long value : row) {
            values.add(value);
        }
        return values;
    }
}
