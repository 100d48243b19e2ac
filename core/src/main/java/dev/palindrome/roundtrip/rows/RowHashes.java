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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rows of a table as hashes: enough to tell whether they are the same, and in which columns not.
 *
 * @param columns their names
 * @param keyColumns where in a row its key stands; empty where the table has none
 * @param rows a hash for each column, for each row
 * @param texts what some of them look like, by their keys: those that Palindrome has generated, and what has become of them
 */
public record RowHashes(
        List<String> columns, List<Integer> keyColumns, List<long[]> rows, Map<List<Long>, RowTexts> texts) {

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

    /** Of a table that holds nothing. */
    public static final RowHashes NONE = new RowHashes(List.of(), List.of(), List.of(), Map.of());

    /** The same, but for the texts of other rows. */
    public RowHashes showingOnly(Set<List<Long>> keys) {
        Map<List<Long>, RowTexts> wanted = new HashMap<>(texts);
        wanted.keySet().retainAll(keys);
        return new RowHashes(columns, keyColumns, rows, wanted);
    }

    /** The keys of the rows that may be shown. */
    public Set<List<Long>> shown() {
        return Set.copyOf(texts.keySet());
    }

    /** Of which rows of another reading a message may show what has become of these. */
    Predicate<List<Long>> shownAgain() {
        if (texts.isEmpty()) {
            return key -> false;
        }
        // Of what has no key, those that are there as they were have not changed.
        return keyColumns.isEmpty() ? Predicate.not(keys()::contains) : texts::containsKey;
    }

    /** The keys of all rows. */
    public Set<List<Long>> keys() {
        return rows.stream().map(this::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** What the columns are called by which rows are told apart; none where there is no key. */
    public List<String> keyNames() {
        return keyColumns.stream().map(columns::get).toList();
    }

    /** The keys of the rows that another reading has as well, with the same values where both have the same columns. */
    public Set<List<Long>> keysOfSame(RowHashes other) {
        List<String> common = columns.stream().filter(other.columns::contains).toList();
        if (!keyNames().equals(other.keyNames())) {
            return Set.of();
        }
        List<String> key = keyColumns.isEmpty() ? columns : keyNames();
        if (!common.containsAll(key)) {
            return Set.of();
        }
        Map<List<Long>, List<Long>> there = other.byKey(key, common);
        Map<List<Long>, List<Long>> here = byKey(key, common);
        here.entrySet().removeIf(row -> !row.getValue().equals(there.get(row.getKey())));
        return Set.copyOf(here.keySet());
    }

    /** Some values of each row, by others. */
    Map<List<Long>, List<Long>> byKey(List<String> key, List<String> values) {
        List<List<Long>> keys = only(key);
        List<List<Long>> chosen = only(values);
        Map<List<Long>, List<Long>> found = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            found.put(keys.get(i), chosen.get(i));
        }
        return found;
    }

    /** Some values of each row. */
    List<List<Long>> only(List<String> wanted) {
        List<Integer> places = wanted.stream().map(columns::indexOf).toList();
        return rows.stream()
                .map(row -> places.stream().map(place -> row[place]).toList())
                .toList();
    }

    public Comparison compare(Table table, RowHashes actual) {
        return compare(table, actual, ForeignRows.NONE);
    }

    /** @param foreign what nobody is to blame for */
    public Comparison compare(Table table, RowHashes actual, ForeignRows foreign) {
        return keyColumns.isEmpty() ? compareAsBag(table, actual, foreign) : compareByKey(table, actual, foreign);
    }

    private Comparison compareByKey(Table table, RowHashes actual, ForeignRows foreign) {
        Map<List<Long>, long[]> present = new HashMap<>();
        actual.rows.forEach(row -> present.put(actual.key(row), row));
        long gone = 0;
        Optional<Example> goneExample = Optional.empty();
        Map<Integer, ColumnLoss> changed = new TreeMap<>();
        for (long[] row : rows) {
            List<Long> key = key(row);
            long[] now = present.remove(key);
            if (now != null) {
                countChanges(key, row, now, actual, foreign, changed);
            } else if (!foreign.takes(key)) {
                gone++;
                goneExample = goneExample.isPresent() ? goneExample : exampleOfKey(key);
            }
        }
        List<DataLoss> losses = wholeRows(table, gone, goneExample);
        changed.forEach((column, loss) -> losses.add(loss(table, column, loss)));
        return new Comparison(
                losses,
                present.keySet().stream().filter(key -> !foreign.puts(key)).count());
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

    private void countChanges(
            List<Long> key,
            long[] row,
            long[] now,
            RowHashes actual,
            ForeignRows foreign,
            Map<Integer, ColumnLoss> changed) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != now[i] && !foreign.gives(key, columns.get(i), now[i])) {
                changed.put(i, changed.getOrDefault(i, ColumnLoss.NONE).and(example(key, actual, actual.key(now), i)));
            }
        }
    }

    private Optional<Example> example(List<Long> key, RowHashes actual, List<Long> other, int column) {
        RowTexts before = texts.get(key);
        RowTexts behind = actual.texts.get(other);
        if (before == null || behind == null) {
            return Optional.empty();
        }
        Optional<String> was = before.shown(column);
        Optional<String> now = behind.shown(column);
        return was.isEmpty() || now.isEmpty() || was.equals(now)
                ? Optional.empty()
                : Optional.of(new Example(was.get(), now.get()));
    }

    private Optional<Example> exampleOfKey(List<Long> key) {
        RowTexts row = texts.get(key);
        if (row == null || keyColumns.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<String>> parts = keyColumns.stream()
                .map(column -> row.shown(column)
                        .map(value -> BracketedName.readable(List.of(columns.get(column))) + " = " + value))
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new Example(parts.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ")), ""))
                : Optional.empty();
    }

    private Comparison compareAsBag(Table table, RowHashes actual, ForeignRows foreign) {
        List<List<Long>> gone = foreign.withoutTaken(unmatched(all(rows), all(actual.rows)));
        List<List<Long>> come = foreign.withoutPut(unmatched(all(actual.rows), all(rows)));
        if (gone.isEmpty() || gone.size() != come.size()) {
            return new Comparison(wholeRows(table, gone.size(), Optional.empty()), come.size());
        }
        List<DataLoss> losses = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int changed = unmatched(only(i, gone), only(i, come)).size();
            if (changed > 0) {
                losses.add(loss(table, i, new ColumnLoss(changed, exampleInBag(gone, come, actual, i))));
            }
        }
        return losses.isEmpty()
                ? new Comparison(wholeRows(table, gone.size(), Optional.empty()), come.size())
                : new Comparison(losses, 0);
    }

    /** Of a row that is there again but for one column. */
    private Optional<Example> exampleInBag(List<List<Long>> gone, List<List<Long>> come, RowHashes actual, int column) {
        Map<List<Long>, List<Long>> others = new HashMap<>();
        come.forEach(row -> others.put(without(row, column), row));
        return gone.stream()
                .map(row -> Optional.ofNullable(others.get(without(row, column)))
                        .flatMap(other -> example(row, actual, other, column)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Long> without(List<Long> row, int column) {
        List<Long> values = new ArrayList<>(row);
        values.remove(column);
        return values;
    }

    private static List<List<Long>> only(int column, List<List<Long>> rows) {
        return rows.stream().map(row -> List.of(row.get(column))).toList();
    }

    /** Those of these that are not among those. */
    static List<List<Long>> unmatched(List<List<Long>> these, List<List<Long>> those) {
        Map<List<Long>, Integer> left = new HashMap<>();
        those.forEach(row -> left.merge(row, 1, Integer::sum));
        return these.stream()
                .filter(row -> left.merge(row, -1, Integer::sum) < 0)
                .toList();
    }

    private List<DataLoss> wholeRows(Table table, long gone, Optional<Example> example) {
        List<DataLoss> losses = new ArrayList<>();
        if (gone > 0) {
            losses.add(new DataLoss(table.toString(), DataLoss.WHOLE_ROWS, gone, false, rows.size(), example));
        }
        return losses;
    }

    private List<Long> key(long[] row) {
        return key(row, keyColumns);
    }

    /** Without a key the row itself is one. */
    static List<Long> key(long[] row, List<Integer> keyColumns) {
        return keyColumns.isEmpty()
                ? all(row)
                : keyColumns.stream().map(column -> row[column]).toList();
    }

    private static List<List<Long>> all(List<long[]> rows) {
        return rows.stream().map(RowHashes::all).toList();
    }

    private static List<Long> all(long[] row) {
        List<Long> values = new ArrayList<>(row.length);
        for (long value : row) {
            values.add(value);
        }
        return values;
    }
}
