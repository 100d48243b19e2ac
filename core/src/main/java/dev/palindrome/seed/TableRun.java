package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts generated rows into one table. */
final class TableRun {

    private static final int TRIES_FOR_EACH_ROW = 10;

    private final FillTransaction transaction;
    private final TableColumns table;
    private final Recipe recipe;
    private final Set<String> notThereYet;
    private final ParentKeys parents;
    private final List<Column> columns = new ArrayList<>();
    private final List<FillReport.NotFilled> leftOut = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
    private final List<SelfSlot> copies = new ArrayList<>();

    /**
     * Makes a plan.
     *
     * @param notThereYet tables that get their rows after this one, as {@link FillOrder#key} has them
     */
    TableRun(
            FillTransaction transaction,
            TableColumns table,
            Recipe recipe,
            Set<String> notThereYet,
            ParentKeys parents) {
        this.transaction = transaction;
        this.table = table;
        this.recipe = recipe;
        this.notThereYet = notThereYet;
        this.parents = parents;
    }

    /** Columns without values, though the table has rows. */
    List<FillReport.NotFilled> leftOut() {
        return leftOut;
    }

    /** Columns that hold NULL until the tables that they reference have rows. */
    List<String> later() {
        return later;
    }

    /** The number of rows. */
    int fill() throws NotFillableException, SQLException {
        chooseColumns();
        List<ForeignKey> foreignKeys = chooseForeignKeys();
        TableRules rules = TableRules.of(table.table());
        RowMaker maker = maker(rules, foreignKeys);
        List<Row> rows = rows(maker);
        RowInsert insert =
                new RowInsert(table, columns.stream().map(Column::name).toList());
        Optional<SQLException> refusal = transaction.attempt(table.table(), connection -> insert.put(connection, rows));
        return refusal.isEmpty() ? rows.size() : oneByOne(maker, insert, refusal.get());
    }

    private void chooseColumns() throws NotFillableException {
        for (Column column : table.writable()) {
            boolean hasDefault = column.defaultValue().isPresent();
            if (table.has(column.name())) {
                if (!hasDefault || recipe.defaults() == Recipe.Defaults.FILLED) {
                    columns.add(column);
                }
            } else if (column.isNullable() || hasDefault) {
                leftOut.add(new FillReport.NotFilled(
                        table.table(), Optional.of(column.name()), TableColumns.noValues(column)));
            } else {
                throw new NotFillableException(
                        "the column %s is NOT NULL, and %s".formatted(column.name(), TableColumns.noValues(column)));
            }
        }
    }

    private List<ForeignKey> chooseForeignKeys() throws NotFillableException {
        List<ForeignKey> now = new ArrayList<>();
        for (ForeignKey foreignKey : table.foreignKeys(keys(columns))) {
            boolean self = FillOrder.isSelf(foreignKey, table.table());
            if (!self && !notThereYet.contains(FillOrder.key(foreignKey))) {
                now.add(foreignKey);
            } else {
                postpone(foreignKey, self);
            }
        }
        return now;
    }

    private void postpone(ForeignKey foreignKey, boolean self) throws NotFillableException {
        List<String> nullable = FillOrder.nullable(foreignKey, table.table());
        if (!nullable.isEmpty()) {
            later.addAll(nullable);
        } else if (!self) {
            throw new NotFillableException("it references %s.%s, which references it in turn, and neither takes NULL"
                    .formatted(foreignKey.referencedSchema(), foreignKey.referencedTable()));
        } else {
            copy(foreignKey);
        }
    }

    private void copy(ForeignKey foreignKey) throws NotFillableException {
        List<String> referenced = Row.keys(foreignKey.referencedColumns());
        if (!keys(columns).containsAll(referenced)) {
            throw new NotFillableException(
                    "%s references the table itself and is NOT NULL, and the server makes the values of %s"
                            .formatted(
                                    String.join(", ", foreignKey.columns()),
                                    String.join(", ", foreignKey.referencedColumns())));
        }
        copies.add(new SelfSlot(Row.keys(foreignKey.columns()), referenced));
    }

    private RowMaker maker(TableRules rules, List<ForeignKey> foreignKeys) throws SQLException {
        Set<String> fixed = new HashSet<>(later);
        copies.forEach(copy -> fixed.addAll(copy.columns()));
        copies.forEach(copy -> fixed.removeAll(copy.referenced()));
        List<Column> open = columns.stream()
                .filter(column -> !fixed.contains(Row.key(column.name())))
                .toList();
        Randoms randoms = new Randoms(recipe.seed(), table.table().toString());
        List<Slot> slots =
                new TableSlots(table.table(), table.domains(), rules.hints(), randoms, parents).of(open, foreignKeys);
        return new RowMaker(slots, copies, rules.rules(), randoms.of(""));
    }

    private static List<String> keys(List<Column> columns) {
        return columns.stream().map(column -> Row.key(column.name())).toList();
    }

    private Row empty() {
        Row row = new Row();
        later.forEach(column -> row.put(column, Value.NULL));
        return row;
    }

    /** As many as can be made; at least one. */
    private List<Row> rows(RowMaker maker) throws NotFillableException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < recipe.rows(); i++) {
            Row row = empty();
            try {
                maker.make(row, recipe.draw(i));
                maker.accept(row);
                rows.add(row);
            } catch (NotFillableException e) {
                if (rows.isEmpty()) {
                    throw e;
                }
                break;
            }
        }
        return rows;
    }

    /** Because a check was not understood, a trigger refused, or rows were there already. */
    private int oneByOne(RowMaker first, RowInsert insert, SQLException refusal)
            throws NotFillableException, SQLException {
        RowMaker maker = first.afresh(TableRules.of(table.table()));
        accept(maker, insert.columns());
        SQLException last = refusal;
        int filled = 0;
        for (int i = 0; i < TRIES_FOR_EACH_ROW * recipe.rows() && filled < recipe.rows(); i++) {
            Optional<Row> row = another(maker, i % 2 == 0 ? Draw.ORDINARY : Draw.ANOTHER, filled);
            if (row.isEmpty()) {
                return filled;
            }
            Optional<SQLException> again =
                    transaction.attempt(table.table(), connection -> insert.put(connection, List.of(row.get())));
            if (again.isEmpty()) {
                maker.accept(row.get());
                filled++;
            }
            last = again.orElse(last);
        }
        if (filled == 0) {
            throw new NotFillableException(RefusalText.of(last, table.table()));
        }
        return filled;
    }

    /** Empty if there are rows, and there can be no more. */
    private Optional<Row> another(RowMaker maker, Draw draw, int filled) throws NotFillableException {
        Row row = empty();
        try {
            maker.make(row, draw);
            return Optional.of(row);
        } catch (NotFillableException e) {
            if (filled == 0) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void accept(RowMaker maker, List<String> names) throws SQLException {
        Table there = table.table();
        String sql = "SELECT TOP (1000) %s FROM %s".formatted(Brackets.list(names), there.sqlName());
        if (names.isEmpty() || there.uniqueKeys().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Row row = new Row();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), Value.of(table.domain(names.get(i)).read(rows, i + 1)));
                }
                maker.accept(row);
            }
        }
    }
}
