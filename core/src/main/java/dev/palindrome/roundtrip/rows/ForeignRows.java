package dev.palindrome.roundtrip.rows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What callbacks and repeatable migrations have done to the rows of one table: the rows that they have put in and taken
 * away, and the values that they have given. Whatever else is different there is somebody's doing.
 */
public final class ForeignRows {

    /** Where nobody has done anything. */
    public static final ForeignRows NONE = new ForeignRows(Set.of());

    private final Set<List<Long>> put;
    private final Set<List<Long>> taken;

    /** By the row's key and the column. */
    private final Map<List<Long>, Map<String, Set<Long>>> given;

    /** Columns whose values look otherwise before a migration than behind it. */
    private final Set<String> converted;

    public ForeignRows() {
        this(Set.of());
    }

    private ForeignRows(Set<String> converted) {
        this(new HashSet<>(), new HashSet<>(), new HashMap<>(), converted);
    }

    private ForeignRows(
            Set<List<Long>> put,
            Set<List<Long>> taken,
            Map<List<Long>, Map<String, Set<Long>>> given,
            Set<String> converted) {
        this.put = put;
        this.taken = taken;
        this.given = given;
        this.converted = converted;
    }

    /** Rows that were as {@code before} have become as {@code after}. */
    public void add(RowHashes before, RowHashes after) {
        List<String> common =
                before.columns().stream().filter(after.columns()::contains).toList();
        if (before.keyColumns().isEmpty()) {
            List<List<Long>> was = before.only(common);
            List<List<Long>> is = after.only(common);
            put.addAll(RowHashes.unmatched(is, was));
            taken.addAll(RowHashes.unmatched(was, is));
        } else if (common.containsAll(before.keyNames())) {
            add(common, before.byKey(before.keyNames(), common), after.byKey(before.keyNames(), common));
        }
    }

    private void add(List<String> columns, Map<List<Long>, List<Long>> was, Map<List<Long>, List<Long>> is) {
        is.forEach((key, values) -> {
            List<Long> old = was.get(key);
            if (old == null) {
                put.add(key);
            }
            for (int i = 0; i < columns.size(); i++) {
                if (old == null || !old.get(i).equals(values.get(i))) {
                    give(key, columns.get(i), values.get(i));
                }
            }
        });
        was.keySet().stream().filter(key -> !is.containsKey(key)).forEach(taken::add);
    }

    private void give(List<Long> key, String column, Long value) {
        given.computeIfAbsent(key, row -> new HashMap<>())
                .computeIfAbsent(column, name -> new HashSet<>())
                .add(value);
    }

    /** The same where a migration changes the types of columns: what was given there looks otherwise when it is undone. */
    public ForeignRows converting(Set<String> columns) {
        return columns.isEmpty() ? this : new ForeignRows(put, taken, given, columns);
    }

    boolean puts(List<Long> key) {
        return put.contains(key);
    }

    boolean takes(List<Long> key) {
        return taken.contains(key);
    }

    /** Whether a row has got this value, in a column of this name or of one that is not there any more. */
    boolean gives(List<Long> key, List<String> columns, int column, long value) {
        Map<String, Set<Long>> row = given.getOrDefault(key, Map.of());
        String name = columns.get(column);
        return row.entrySet().stream()
                .anyMatch(entry -> entry.getKey().equals(name)
                        ? converted.contains(name) || entry.getValue().contains(value)
                        : !columns.contains(entry.getKey()) && entry.getValue().contains(value));
    }

    /** How many rows there are beside those that come and go by themselves. */
    public long numberOfOthers(RowHashes rows) {
        return rows.rows().stream()
                .map(row -> RowHashes.key(row, rows.keyColumns()))
                .filter(key -> !put.contains(key) && !taken.contains(key))
                .count();
    }
}
