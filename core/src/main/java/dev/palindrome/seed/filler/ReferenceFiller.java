package dev.palindrome.seed.filler;

import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueChoice;
import dev.palindrome.seed.values.ValueDomain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Foreign keys that share columns, or one alone. Columns that the row has already stay as they are. */
final class ReferenceFiller implements ColumnFiller {

    private static final int TRIES = 20;

    private final List<Reference> references;
    private final List<String> columns;
    private final Map<String, ValueDomain> domains;
    private final ParentChoice parentChoice;
    private final boolean nowAndThenNull;
    private final boolean odd;
    private final RowRandom rowRandom;

    /**
     * Makes a filler.
     *
     * @param references those without a way out first
     * @param columns that are to get values, as {@link GeneratedRow#key} has them
     * @param domains of these
     * @param nowAndThenNull whether ordinary rows may point to nothing
     * @param odd see {@link NullPattern}
     */
    ReferenceFiller(
            List<Reference> references,
            List<String> columns,
            Map<String, ValueDomain> domains,
            ParentChoice parentChoice,
            boolean nowAndThenNull,
            boolean odd,
            RowRandom rowRandom) {
        this.references = references;
        this.columns = columns;
        this.domains = domains;
        this.parentChoice = parentChoice;
        this.nowAndThenNull = nowAndThenNull && !parentChoice.isByNumber();
        this.odd = odd;
        this.rowRandom = rowRandom;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void fill(GeneratedRow row, ValueChoice choice) throws NotFillableException {
        if (choice == ValueChoice.ORDINARY && parentChoice.isByNumber()) {
            Reference reference = references.get(0);
            reference.take(reference.parents().get(parentChoice.index(row)), row);
            return;
        }
        SplittableRandom random = rowRandom.at(row);
        for (int i = 0; i < TRIES; i++) {
            columns.forEach(row::forget);
            if (tried(row, choice, random)) {
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

    private boolean tried(GeneratedRow row, ValueChoice choice, SplittableRandom random) throws NotFillableException {
        for (Reference reference : references) {
            if (!reference.isMissing(row) && !point(reference, row, choice, random)) {
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

    private ValueDomain required(String column) throws NotFillableException {
        ValueDomain domain = domains.get(column);
        if (domain == null) {
            throw new NotFillableException("no values can be made for " + column);
        }
        return domain;
    }

    private boolean point(Reference reference, GeneratedRow row, ValueChoice choice, SplittableRandom random)
            throws NotFillableException {
        List<String> taken = reference.columns().stream()
                .filter(column -> row.of(column).known())
                .toList();
        List<List<Object>> parents = taken.isEmpty() ? reference.parents() : reference.matching(row, taken);
        if (parents.isEmpty()
                || toNothing(choice, random)
                || choice == ValueChoice.NAMED && wishesNull(reference, row)) {
            List<String> open = new ArrayList<>(reference.nullable());
            open.removeAll(taken);
            open.retainAll(columns);
            if (!open.isEmpty()) {
                open.forEach(column -> row.put(column, Value.NULL));
                return true;
            }
        }
        if (reference.parents().isEmpty()) {
            throw new NotFillableException("%s, which it references, holds no rows".formatted(reference.table()));
        }
        if (parents.isEmpty()) {
            return false;
        }
        reference.take(choice(reference, parents, row, choice, random), row);
        return true;
    }

    private static boolean wishesNull(Reference reference, GeneratedRow row) {
        return reference.columns().stream()
                .anyMatch(
                        column -> row.wished(column).filter(Value.NULL::equals).isPresent());
    }

    /** The one that is wished for; now and then one that must not stay without; else any. */
    private static List<Object> choice(
            Reference reference,
            List<List<Object>> parents,
            GeneratedRow row,
            ValueChoice choice,
            SplittableRandom random) {
        List<List<Object>> wished =
                choice == ValueChoice.NAMED ? reference.wished(parents, row) : List.<List<Object>>of();
        if (!wished.isEmpty()) {
            return wished.get(random.nextInt(wished.size()));
        }
        List<List<Object>> sought = new ArrayList<>(reference.sought());
        sought.retainAll(parents);
        return !sought.isEmpty() && row.tries() == 0 && row.source() % 2 == 0
                ? sought.get((int) (row.source() / 2 % sought.size()))
                : parents.get(random.nextInt(parents.size()));
    }

    private boolean toNothing(ValueChoice choice, SplittableRandom random) {
        return choice == ValueChoice.MISSING
                || choice == (odd ? ValueChoice.ODD_MISSING : ValueChoice.EVEN_MISSING)
                || choice == ValueChoice.ANOTHER && random.nextInt(4) == 0
                || choice == ValueChoice.ORDINARY && nowAndThenNull && random.nextInt(8) == 0;
    }
}
