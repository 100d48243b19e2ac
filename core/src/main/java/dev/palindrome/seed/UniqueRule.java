package dev.palindrome.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A key. NULL is a value like others: SQL Server takes one row with it, and no second. */
final class UniqueRule implements Rule {

    private static final Object NULL = new Object();

    private final String label;
    private final List<String> columns;
    private final Optional<Condition> filter;
    private final Set<List<Object>> taken = new HashSet<>();

    /**
     * Makes a rule that has seen no rows.
     *
     * @param filter which rows count; all, if it is missing
     */
    UniqueRule(String label, List<String> columns, Optional<Condition> filter) {
        this.label = label;
        this.columns = columns;
        this.filter = filter;
    }

    @Override
    public boolean allows(Row row) {
        return !counts(row) || !taken.contains(key(row));
    }

    @Override
    public void accept(Row row) {
        if (counts(row)) {
            taken.add(key(row));
        }
    }

    private boolean counts(Row row) {
        boolean known = columns.stream().allMatch(column -> row.of(column).known());
        return known && filter.map(it -> it.test(row) == Truth.TRUE).orElse(true);
    }

    private List<Object> key(Row row) {
        List<Object> key = new ArrayList<>();
        for (String column : columns) {
            key.add(row.of(column).present().map(ValueOrder::key).orElse(NULL));
        }
        return key;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public String label() {
        return label;
    }
}
