package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.seed.FillReport;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.seed.filler.FillOrder;
import dev.palindrome.seed.filler.SelfReferenceFiller;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses what the rows of a table are made of. */
public final class RowPlanner {

    private final TableColumns table;
    private final RowOptions options;
    private final Set<String> given;
    private final Predicate<ForeignKey> postponed;
    private final List<Column> columns = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
    private final List<SelfReferenceFiller> copies = new ArrayList<>();
    private final List<FillReport.NotFilled> leftOut = new ArrayList<>();

    /**
     * Makes a planner.
     *
     * @param given columns that the user makes the values of, as {@link GeneratedRow#key} has them
     * @param postponed foreign keys to tables that have no rows yet, or to the table itself
     */
    public RowPlanner(TableColumns table, RowOptions options, Set<String> given, Predicate<ForeignKey> postponed) {
        this.table = table;
        this.options = options;
        this.given = given;
        this.postponed = postponed;
    }

    public RowPlan plan() throws NotFillableException {
        for (Column column : table.table().columns()) {
            if (given.contains(GeneratedRow.key(column.name()))) {
                columns.add(column);
            } else if (table.writable().contains(column)) {
                choose(column);
            }
        }
        List<String> open = keys();
        open.removeAll(given);
        for (ForeignKey foreignKey : table.foreignKeys(open)) {
            if (postponed.test(foreignKey)) {
                postpone(foreignKey);
            } else {
                foreignKeys.add(foreignKey);
            }
        }
        return new RowPlan(table, columns, given, foreignKeys, later, copies, leftOut);
    }

    private void choose(Column column) throws NotFillableException {
        boolean hasDefault = column.defaultValue().isPresent();
        if (table.has(column.name())) {
            boolean left = options.defaults() == RowOptions.Defaults.LEFT || DefaultValues.draws(column);
            if (!hasDefault || !left || !DefaultValues.serves(column, table)) {
                columns.add(column);
            }
        } else if (column.isNullable() || hasDefault) {
            leftOut.add(
                    new FillReport.NotFilled(table.table(), Optional.of(column.name()), TableColumns.noValues(column)));
        } else {
            throw new NotFillableException(
                    "the column %s is NOT NULL, and %s".formatted(column.name(), TableColumns.noValues(column)));
        }
    }

    private void postpone(ForeignKey foreignKey) throws NotFillableException {
        List<String> nullable = FillOrder.nullable(foreignKey, table.table());
        nullable.removeAll(given);
        if (!nullable.isEmpty()) {
            later.addAll(nullable);
        } else if (FillOrder.isSelf(foreignKey, table.table())) {
            copy(foreignKey);
        } else {
            throw new NotFillableException("it references %s.%s, which references it in turn, and neither takes NULL"
                    .formatted(foreignKey.referencedSchema(), foreignKey.referencedTable()));
        }
    }

    private void copy(ForeignKey foreignKey) throws NotFillableException {
        List<String> referenced = GeneratedRow.keys(foreignKey.referencedColumns());
        if (!keys().containsAll(referenced)) {
            throw new NotFillableException(
                    "%s references the table itself and is NOT NULL, and the server makes the values of %s"
                            .formatted(
                                    String.join(", ", foreignKey.columns()),
                                    String.join(", ", foreignKey.referencedColumns())));
        }
        copies.add(new SelfReferenceFiller(GeneratedRow.keys(foreignKey.columns()), referenced));
    }

    private List<String> keys() {
        return new ArrayList<>(
                columns.stream().map(column -> GeneratedRow.key(column.name())).toList());
    }
}
