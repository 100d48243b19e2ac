package dev.palindrome.roundtrip.rows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What callbacks and repeatable migrations have done to the rows of one table: the rows that they have put in and taken
 * away, and the values that they have given. Whatever else is different there is somebody's doing.
 */
public final class ForeignRows {

    /** Where nobody has done anything. */
    public static final ForeignRows NONE = new ForeignRows();

    /** By the row's key, how often; without a key many rows may be equal. */
    private final Map<List<Long>, Integer> put;

    private final Map<List<Long>, Integer> taken;

    /** By the row's key and the column. */
    private final Map<List<Long>, Map<String, Set<Long>>> given;

    /** Columns whose values look otherwise before a migration than behind it. */
    private final Set<String> converted;

    /** Which columns' values may stand in which others under another name. */
    private final Map<String, Set<String>> sources;

    public ForeignRows() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), Set.of(), Map.of());
    }

    private ForeignRows(
            Map<List<Long>, Integer> put,
            Map<List<Long>, Integer> taken,
            Map<List<Long>, Map<String, Set<Long>>> given,
            Set<String> converted,
            Map<String, Set<String>> sources) {
        this.put = put;
        this.taken = taken;
        this.given = given;
        this.converted = converted;
        this.sources = sources;
    }

    /** Rows that were as {@code before} have become as {@code after}. */
    public void add(RowHashes before, RowHashes after) {
        List<String> common =
                before.columns().stream().filter(after.columns()::contains).toList();
        if (before.keyColumns().isEmpty()) {
            List<List<Long>> was = before.only(common);
            List<List<Long>> is = after.only(common);
            RowHashes.unmatched(is, was).forEach(row -> count(row, put));
            RowHashes.unmatched(was, is).forEach(row -> count(row, taken));
        } else if (common.containsAll(before.keyNames())) {
            add(common, before.byKey(before.keyNames(), common), after.byKey(before.keyNames(), common));
        }
    }

    private void add(List<String> columns, Map<List<Long>, List<Long>> was, Map<List<Long>, List<Long>> is) {
        is.forEach((key, values) -> {
            List<Long> old = was.get(key);
            if (old == null) {
                count(key, put);
            }
            for (int i = 0; i < columns.size(); i++) {
                if (old == null || !old.get(i).equals(values.get(i))) {
                    give(key, columns.get(i), values.get(i));
                }
            }
        });
        was.keySet().stream().filter(key -> !is.containsKey(key)).forEach(key -> count(key, taken));
    }

    private static void count(List<Long> key, Map<List<Long>, Integer> rows) {
        rows.merge(key, 1, Integer::sum);
    }

    private void give(List<Long> key, String column, Long value) {
        given.computeIfAbsent(key, row -> new HashMap<>())
                .computeIfAbsent(column, name -> new HashSet<>())
                .add(value);
    }

    /**
     * The same as one migration sees it.
     *
     * @param converted columns whose types it changes: what was given there looks otherwise when it is undone
     * @param sources by columns from before it, those that are not there: what was given to these is in them when it is undone
     */
    public ForeignRows seenBy(Set<String> converted, Map<String, Set<String>> sources) {
        return converted.isEmpty() && sources.isEmpty() ? this : new ForeignRows(put, taken, given, converted, sources);
    }

    /** The columns that values were given to. */
    public Set<String> columnsGiven() {
        return given.values().stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
    }

    boolean puts(List<Long> key) {
        return put.containsKey(key);
    }

    boolean takes(List<Long> key) {
        return taken.containsKey(key);
    }

    /** Of equal rows that have come, those beside as many as were put in. */
    List<List<Long>> withoutPut(List<List<Long>> rows) {
        return without(put, rows);
    }

    /** Of equal rows that are gone, those beside as many as were taken away. */
    List<List<Long>> withoutTaken(List<List<Long>> rows) {
        return without(taken, rows);
    }

    private static List<List<Long>> without(Map<List<Long>, Integer> some, List<List<Long>> rows) {
        Map<List<Long>, Integer> left = new HashMap<>(some);
        return rows.stream()
                .filter(row -> left.merge(row, -1, Integer::sum) < 0)
                .toList();
    }

    /** Whether a row has got this value, in a column of this name or of one whose values come to be there. */
    boolean gives(List<Long> key, String column, long value) {
        Map<String, Set<Long>> row = given.getOrDefault(key, Map.of());
        return converted.contains(column) && row.containsKey(column)
                || row.getOrDefault(column, Set.of()).contains(value)
                || sources.getOrDefault(column, Set.of()).stream()
                        .anyMatch(source -> row.getOrDefault(source, Set.of()).contains(value));
    }

    /** How many rows there are beside those that come and go by themselves. */
    public long numberOfOthers(RowHashes rows) {
        return rows.rows().stream()
                .map(row -> RowHashes.key(row, rows.keyColumns()))
                .filter(key -> !puts(key) && !takes(key))
                .count();
    }
}
