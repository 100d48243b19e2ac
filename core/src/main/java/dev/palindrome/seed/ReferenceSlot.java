package dev.palindrome.seed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Foreign keys that share columns, or one alone. Columns that the row has already stay as they are. */
final class ReferenceSlot implements Slot {

    private static final int TRIES = 20;

    private final List<Reference> references;
    private final List<String> columns;
    private final Map<String, Domain> domains;
    private final SplittableRandom random;

    /**
     * Makes a slot.
     *
     * @param references those without a way out first
     * @param columns that are to get values, as {@link Row#key} has them
     * @param domains of these
     */
    ReferenceSlot(
            List<Reference> references, List<String> columns, Map<String, Domain> domains, SplittableRandom random) {
        this.references = references;
        this.columns = columns;
        this.domains = domains;
        this.random = random;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void fill(Row row, Draw draw) throws NotFillableException {
        for (int i = 0; i < TRIES; i++) {
            columns.forEach(row::forget);
            if (tried(row, draw)) {
                return;
            }
        }
        throw new NotFillableException("no rows in " + referenced() + " fit together");
    }

    private String referenced() {
        Set<String> tables = new LinkedHashSet<>();
        references.forEach(reference -> tables.add(reference.table()));
        return String.join(" and ", tables);
    }

    private boolean tried(Row row, Draw draw) throws NotFillableException {
        for (Reference reference : references) {
            if (!reference.isMissing(row) && !point(reference, row, draw)) {
                return false;
            }
        }
        for (String column : columns) {
            if (!row.of(column).known()) {
                row.put(column, Value.of(required(column).ordinary(random)));
            }
        }
        return true;
    }

    private Domain required(String column) throws NotFillableException {
        Domain domain = domains.get(column);
        if (domain == null) {
            throw new NotFillableException("no values can be made for " + column);
        }
        return domain;
    }

    private boolean point(Reference reference, Row row, Draw draw) throws NotFillableException {
        List<String> taken = reference.columns().stream()
                .filter(column -> row.of(column).known())
                .toList();
        List<String> open = new ArrayList<>(reference.nullable());
        open.removeAll(taken);
        open.retainAll(columns);
        List<List<Object>> parents = reference.matching(row, taken);
        boolean nothing = draw == Draw.MISSING || draw == Draw.ANOTHER && random.nextInt(4) == 0 || parents.isEmpty();
        if (nothing && !open.isEmpty()) {
            open.forEach(column -> row.put(column, Value.NULL));
            return true;
        }
        if (reference.parents().isEmpty()) {
            throw new NotFillableException("%s, which it references, holds no rows".formatted(reference.table()));
        }
        return !parents.isEmpty() && take(reference, parents.get(random.nextInt(parents.size())), row);
    }

    private boolean take(Reference reference, List<Object> parent, Row row) {
        for (int i = 0; i < parent.size(); i++) {
            row.put(reference.columns().get(i), Value.of(parent.get(i)));
        }
        return true;
    }
}
