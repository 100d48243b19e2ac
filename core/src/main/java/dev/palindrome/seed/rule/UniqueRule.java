package dev.palindrome.seed.rule;

import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.Truth;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.Hashes;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.TextDomain;
import dev.palindrome.seed.values.ValueOrder;
import java.util.List;
import java.util.Optional;

/**
 * A key. NULL is a value like others: SQL Server takes one row with it, and no second.
 *
 * <p>Where a column gets a value of its own from the row's number, those rows need not be remembered, however many.
 */
final class UniqueRule implements RowRule {

    private static final long NULL = 0x5DEECE66DL;

    private final String label;
    private final List<String> columns;
    private final Optional<Condition> filter;
    private final Optional<String> numbered;
    private final TableColumns table;
    private final HashedKeys taken = new HashedKeys();

    /**
     * Makes a rule that has seen no rows.
     *
     * @param filter which rows count; all, if it is missing
     * @param table says what the columns hold
     * @param numbered the column that differs from row to row by itself, if there is one
     */
    UniqueRule(
            String label,
            List<String> columns,
            Optional<Condition> filter,
            TableColumns table,
            Optional<String> numbered) {
        this.table = table;
        this.label = label;
        this.columns = columns;
        this.filter = filter;
        this.numbered = numbered;
    }

    @Override
    public boolean allows(GeneratedRow row) {
        return !counts(row) || !taken.contains(hash(row));
    }

    @Override
    public void accept(GeneratedRow row) {
        if (counts(row) && !differsByItself(row)) {
            taken.add(hash(row));
        }
    }

    private boolean differsByItself(GeneratedRow row) {
        return row.isOrdinary()
                && numbered.isPresent()
                && row.of(numbered.get()).content() != null;
    }

    private boolean counts(GeneratedRow row) {
        for (String column : columns) {
            if (!row.of(column).known()) {
                return false;
            }
        }
        return filter.isEmpty() || filter.get().test(row) == Truth.TRUE;
    }

    private long hash(GeneratedRow row) {
        long hash = 0;
        for (String column : columns) {
            Object content = row.of(column).content();
            hash = Hashes.mix(hash * 31 + (content == null ? NULL : hash(column, content)));
        }
        return hash;
    }

    private long hash(String column, Object content) {
        boolean tellsCase = table.find(column)
                .filter(domain -> domain instanceof TextDomain text && text.tellsCase())
                .isPresent();
        return tellsCase ? ValueOrder.hashTellingCase(content) : ValueOrder.hash(content);
    }

    /** Where all values of its only column are taken. */
    @Override
    public Optional<String> exhausted() {
        int there = columns.size() == 1
                ? table.find(columns.get(0)).map(domain -> domain.all().size()).orElse(0)
                : 0;
        return there > 0 && taken.size() >= there
                ? Optional.of(label + " is full: there are no more than " + there + " values for " + columns.get(0))
                : Optional.empty();
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
