package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.seed.FillReport;
import dev.palindrome.seed.filler.ColumnFiller;
import dev.palindrome.seed.filler.TableFillers;
import dev.palindrome.seed.filler.ValueSource;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.rule.RowRule;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowPick;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueChoice;
import dev.palindrome.sql.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives values to columns in rows that are there already. */
public final class NewColumnValues {

    private static final int TRIES = 5;

    private static final String ONLY_NULL = "only NULL satisfies its constraints, or what it references holds no rows";

    private final Transaction transaction;
    private final TableColumns table;
    private final ValueSource source;
    private final List<RowPick> picks;
    private final NewColumnWishes wishes;
    private final FoundRows there;

    /** @param picks which values the rows get, gone through again and again */
    public NewColumnValues(Transaction transaction, TableColumns table, ValueSource source, List<RowPick> picks)
            throws SQLException {
        this(transaction, table, source, picks, NewColumnWishes.NONE);
    }

    /**
     * Likewise.
     *
     * @param wishes what scripts say of rows
     */
    public NewColumnValues(
            Transaction transaction,
            TableColumns table,
            ValueSource source,
            List<RowPick> picks,
            NewColumnWishes wishes)
            throws SQLException {
        this.wishes = wishes;
        this.picks = picks;
        this.transaction = transaction;
        this.table = table;
        this.source = source;
        this.there = new FoundRows(table, RowKey.of(transaction.connection(), table));
    }

    /** All columns at once; if that does not work, each of them, so that one bad column does not hide the others. */
    public FillReport fill(List<Column> wanted) throws SQLException {
        List<Column> possible = new ArrayList<>();
        List<FillReport.NotFilled> impossible = new ArrayList<>();
        for (Column column : wanted) {
            if (!table.writable().contains(column)) {
                continue;
            }
            if (table.has(column.name())) {
                possible.add(column);
            } else {
                impossible.add(notFilled(column, TableColumns.noValues(column)));
            }
        }
        FillReport report = new FillReport(List.of(), impossible);
        return possible.isEmpty() ? report : report.and(together(possible));
    }

    private FillReport.NotFilled notFilled(Column column, String reason) {
        return new FillReport.NotFilled(table.table(), Optional.of(column.name()), reason);
    }

    private FillReport together(List<Column> columns) throws SQLException {
        try {
            return report(columns, update(columns));
        } catch (NotFillableException e) {
            return columns.size() > 1
                    ? oneByOne(columns)
                    : new FillReport(List.of(), List.of(notFilled(columns.get(0), e.reason())));
        }
    }

    private FillReport report(List<Column> columns, List<FoundRow> found) {
        FillReport report = new FillReport(List.of(), List.of());
        for (Column column : columns) {
            int rows = (int) found.stream()
                    .filter(each -> each.row().of(column.name()).content() != null)
                    .count();
            report = report.and(
                    rows > 0
                            ? new FillReport(
                                    List.of(new FillReport.Filled(table.table(), Optional.of(column.name()), rows)),
                                    List.of())
                            : new FillReport(List.of(), List.of(notFilled(column, ONLY_NULL))));
        }
        return report;
    }

    private FillReport oneByOne(List<Column> columns) throws SQLException {
        FillReport report = new FillReport(List.of(), List.of());
        for (Column column : columns) {
            report = report.and(together(List.of(column)));
        }
        return report;
    }

    /** The rows as they are now. */
    private List<FoundRow> update(List<Column> columns) throws SQLException, NotFillableException {
        List<String> names =
                columns.stream().map(column -> GeneratedRow.key(column.name())).toList();
        List<ForeignKey> foreignKeys = table.foreignKeys(names);
        TableRules rules = rules(names);
        List<ColumnFiller> fillers = new TableFillers(table, rules, source, Numbering.none()).of(columns, foreignKeys);
        Optional<SQLException> refusal = Optional.empty();
        for (int i = 0; i < TRIES; i++) {
            List<FoundRow> found = found(involved(names, rules, foreignKeys));
            int tried = i;
            found.forEach(each -> each.row().startAt(tried));
            RowMaker maker = new RowMaker(
                    fillers,
                    List.of(),
                    rules(names).rules(),
                    Set.of(),
                    source.randoms(table.table()).of("update " + i));
            List<FoundRows.Change> changes = changes(found, fillers, columns, maker);
            refusal = TableAttempt.of(transaction, table.table(), connection -> there.write(connection, changes));
            if (refusal.isEmpty()) {
                return found;
            }
        }
        throw new NotFillableException(reason(refusal.orElseThrow()));
    }

    private String reason(SQLException refusal) {
        return refusal instanceof RowNotFoundException notFound
                ? notFound.reason()
                : RefusalText.of(refusal, table.table());
    }

    /** Only rules that the columns can break. */
    private TableRules rules(List<String> names) {
        TableRules all = TableRules.of(table, Numbering.none());
        List<RowRule> concerned = all.rules().stream()
                .filter(rule -> rule.columns().stream().anyMatch(names::contains))
                .toList();
        return new TableRules(concerned, all.hints());
    }

    private List<String> involved(List<String> names, TableRules rules, List<ForeignKey> foreignKeys) {
        Set<String> involved = new LinkedHashSet<>(names);
        rules.rules().forEach(rule -> involved.addAll(rule.columns()));
        foreignKeys.forEach(foreignKey -> involved.addAll(GeneratedRow.keys(foreignKey.columns())));
        involved.addAll(wishes.columns(names));
        involved.removeIf(column -> !table.has(column));
        return List.copyOf(involved);
    }

    private List<FoundRow> found(List<String> involved) throws SQLException, NotFillableException {
        List<FoundRow> found = new ArrayList<>();
        Optional<SQLException> refusal = TableAttempt.reading(
                transaction, table.table(), connection -> found.addAll(there.read(connection, involved)));
        if (refusal.isPresent()) {
            throw new NotFillableException(
                    "its rows cannot be read (error %d)".formatted(refusal.get().getErrorCode()));
        }
        if (found.isEmpty()) {
            throw new NotFillableException("the table holds no rows");
        }
        return found;
    }

    private List<FoundRows.Change> changes(
            List<FoundRow> found, List<ColumnFiller> fillers, List<Column> columns, RowMaker maker)
            throws NotFillableException {
        List<FoundRows.Change> changes = new ArrayList<>();
        for (FoundRow each : found) {
            List<ColumnFiller> open = fillers.stream()
                    .filter(filler -> isOpen(filler, each.row(), columns))
                    .toList();
            if (open.isEmpty()) {
                maker.accept(each.row());
            } else {
                List<String> changed = open.stream()
                        .flatMap(filler -> filler.columns().stream())
                        .toList();
                changes.add(new FoundRows.Change(each, changed));
            }
        }
        Map<GeneratedRow, Map<String, Value>> wished = wishes.of(
                changes.stream().map(change -> change.found().row()).toList(),
                GeneratedRow.keys(columns.stream().map(Column::name).toList()),
                table);
        for (FoundRows.Change change : changes) {
            GeneratedRow row = change.found().row();
            RowPick pick = picks.get((int) (row.number() % picks.size()));
            if (pick.number() != pick.source()) {
                row.repeat(pick.source());
            }
            Map<String, Value> wish = wished.getOrDefault(row, Map.of());
            row.wish(wish);
            maker.only(change.columns()).make(row, wish.isEmpty() ? pick.choice() : ValueChoice.NAMED);
            maker.accept(row);
        }
        return changes;
    }

    private static boolean isOpen(ColumnFiller filler, GeneratedRow row, List<Column> columns) {
        return columns.stream()
                .filter(column -> filler.columns().contains(GeneratedRow.key(column.name())))
                .anyMatch(column -> DefaultValues.leaves(column, row.of(column.name())));
    }

    /** Whether rows can be told apart by this key. */
    static boolean tells(UniqueKey key, Table table, TableColumns columns) {
        List<String> names = GeneratedRow.keys(key.columns());
        boolean notNull = table.columns().stream()
                .filter(column -> names.contains(GeneratedRow.key(column.name())))
                .noneMatch(Column::isNullable);
        return notNull && key.filter().isEmpty() && names.stream().allMatch(columns::has);
    }
}
