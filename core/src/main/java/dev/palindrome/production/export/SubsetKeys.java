package dev.palindrome.production.export;

import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which rows belong to an export, in sets: keys stay in the database. Each statement has a number, which the keys have
 * that it put in, so that a foreign key is followed from these alone, until nothing is new. Cycles end as everything else does.
 */
final class SubsetKeys {

    private final Subset subset;
    private final ExportSql sql;
    private final SqlRunner runner;
    private final Map<SubsetTable, Long> newest = new HashMap<>();
    private final Map<ParentStep, Long> followed = new HashMap<>();
    private final Map<ParentStep, Long> found = new LinkedHashMap<>();
    private long number;

    SubsetKeys(Subset subset, ExportSql sql, SqlRunner runner) {
        this.subset = subset;
        this.sql = sql;
        this.runner = runner;
    }

    /** Makes tables of keys, with nothing in them. */
    void make() throws SQLException {
        for (SubsetTable table : ofKeys()) {
            runner.run(sql.makeKeyTable(table));
        }
    }

    void drop() throws SQLException {
        for (SubsetTable table : ofKeys()) {
            runner.run("DROP TABLE " + sql.keyTable(table));
        }
    }

    private List<SubsetTable> ofKeys() {
        return subset.tables().stream()
                .filter(table -> table.rows() == SubsetTable.Rows.OF_KEYS)
                .toList();
    }

    void fill() throws SQLException {
        for (SubsetTable table : ofKeys()) {
            if (table.chosen().isPresent()) {
                number++;
                put(table, sql.chosenKeys(table, number));
                newest.put(table, number);
            }
        }
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (ParentStep step : subset.steps()) {
                goesOn |= isOpen(step) && follow(step);
            }
        }
    }

    /** Whether there are children whose parents nobody has looked for. */
    private boolean isOpen(ParentStep step) {
        return step.child().rows() == SubsetTable.Rows.OF_KEYS
                ? newest.getOrDefault(step.child(), 0L) > followed.getOrDefault(step, 0L)
                : !followed.containsKey(step);
    }

    private boolean follow(ParentStep step) throws SQLException {
        long after = followed.getOrDefault(step, 0L);
        followed.put(step, number);
        number++;
        put(step.child(), sql.parentKeys(step, after, number));
        long come = runner.query(sql.count(step.parent(), number)).number();
        if (come > 0) {
            newest.put(step.parent(), number);
            found.merge(step, come, Long::sum);
        }
        return come > 0;
    }

    /** @param table whose condition may be in the statement */
    private void put(SubsetTable table, String keys) {
        try {
            runner.run(keys);
        } catch (SQLException e) {
            throw UnreadableRows.of(table, e);
        }
    }

    /** Why rows of a table came along. */
    List<String> reasons(SubsetTable table) {
        List<String> reasons = new ArrayList<>();
        found.forEach((step, rows) -> {
            if (step.parent().equals(table)) {
                reasons.add(String.format(java.util.Locale.ROOT, "%s references %,d rows", step.columns(), rows));
            }
        });
        return reasons;
    }
}
