package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.RowKind;
import dev.palindrome.seed.filler.ValueSource;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowPick;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueChoice;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a few rows into one table, as many of those that are wanted as it takes. */
public final class TableRun {

    private static final int TRIES_FOR_EACH_ROW = 10;

    /** Where the database refuses rows, it is content with so many. */
    private static final int FEW = 3;

    private final Transaction transaction;
    private final RowPlan plan;
    private final ValueSource source;
    private final TableColumns table;
    private final RowInsert insert;
    private final List<RowPick> picks;
    private final Set<Long> numbers;

    /**
     * @param picks the rows that are wanted
     * @param numbers those of an identity that some of them are to have
     */
    public TableRun(Transaction transaction, RowPlan plan, ValueSource source, List<RowPick> picks, Set<Long> numbers) {
        this.numbers = numbers;
        this.picks = picks;
        this.transaction = transaction;
        this.plan = plan;
        this.source = source;
        this.table = plan.table();
        this.insert =
                new RowInsert(table, plan.columns().stream().map(Column::name).toList());
    }

    /** The number of rows. */
    public int fill() throws NotFillableException, SQLException {
        return fill(plan.maker(rules(), source, Numbering.none()));
    }

    /** The same beside rows that the table holds: it takes them all now, but may be given a key that tells them apart. */
    public int fillBesideOthers() throws NotFillableException, SQLException {
        RowMaker maker = plan.maker(rules(), source, Numbering.none());
        ExistingRows.of(table, insert.columns()).forEach(transaction.connection(), maker::accept);
        return fill(maker);
    }

    private int fill(RowMaker maker) throws NotFillableException, SQLException {
        List<GeneratedRow> rows = rows(maker);
        Optional<SQLException> refusal =
                TableAttempt.of(transaction, table.table(), connection -> putWithGap(connection, rows));
        return refusal.isEmpty() ? rows.size() : oneByOne(maker, rows, refusal.get());
    }

    /**
     * Numbers that the server counts have gaps in production, and rows that are numbered anew get other numbers: so one is
     * skipped in the midst of them. An identity's number is not given again when its row is rolled back, nor is a sequence's
     * (Microsoft: create-table-transact-sql-identity-property, create-sequence-transact-sql); on H2 it is the same.
     */
    private void putWithGap(Connection connection, List<GeneratedRow> rows) throws SQLException {
        if (!isCounted() || rows.isEmpty()) {
            insert.put(connection, rows);
            return;
        }
        IdentityNumbers counted = IdentityNumbers.of(table.table(), numbers, rows.size());
        List<GeneratedRow> ordered = counted.named() == 0 ? rows : withPlainLast(rows, counted.named());
        int from = 0;
        for (IdentityNumbers.Step step : counted.steps()) {
            insert.put(connection, ordered.subList(from, step.behind()));
            from = step.behind();
            List<GeneratedRow> next = ordered.subList(from, ordered.size());
            for (int left = step.skipped(); left > 0; left -= next.size()) {
                List<GeneratedRow> taken = next.subList(0, Math.min(left, next.size()));
                transaction.takeBack(again -> insert.put(again, taken));
            }
        }
        insert.put(connection, ordered.subList(from, ordered.size()));
    }

    /** What a script names by its number is not what it names by another value: that may be gone before. */
    private static List<GeneratedRow> withPlainLast(List<GeneratedRow> rows, int most) {
        List<GeneratedRow> plain = rows.stream().filter(row -> !row.isWished()).toList();
        List<GeneratedRow> last = plain.subList(Math.max(0, plain.size() - most), plain.size());
        List<GeneratedRow> ordered = new ArrayList<>(rows);
        ordered.removeAll(last);
        ordered.addAll(last);
        return ordered;
    }

    /** With an identity or from a sequence. Nothing is rolled back to a savepoint in a memory-optimised table. */
    private boolean isCounted() {
        return !table.table().isMemoryOptimized()
                && table.table().columns().stream()
                        .filter(column -> !plan.columns().contains(column))
                        .anyMatch(column -> column.identity().isPresent() || DefaultValues.draws(column));
    }

    private TableRules rules() {
        return TableRules.of(table, Numbering.none());
    }

    /** As many as can be made; at least one. */
    private List<GeneratedRow> rows(RowMaker maker) throws NotFillableException {
        List<GeneratedRow> rows = new ArrayList<>();
        for (RowPick pick : picks) {
            GeneratedRow row = plan.empty(pick.number());
            row.repeat(pick.source());
            row.wish(pick.wishes());
            try {
                maker.make(row, pick.choice());
                maker.accept(row);
                rows.add(row);
            } catch (NotFillableException e) {
                if (rows.isEmpty()) {
                    throw e; // else another row may be made
                }
            }
        }
        return rows;
    }

    /** Because a check was not understood, a trigger refused, or rows were there already. */
    private int oneByOne(RowMaker first, List<GeneratedRow> made, SQLException refusal)
            throws NotFillableException, SQLException {
        RowMaker maker = first.afresh(rules());
        ExistingRows.of(table, insert.columns()).forEach(transaction.connection(), maker::accept);
        SQLException last = refusal;
        int filled = 0;
        for (GeneratedRow row : made) {
            Optional<SQLException> again = put(maker, row);
            filled += again.isEmpty() ? 1 : 0;
            last = again.orElse(last);
        }
        int wanted = Math.min(FEW, picks.size());
        for (int i = 0; i < TRIES_FOR_EACH_ROW * wanted && filled < wanted; i++) {
            Optional<GeneratedRow> row = another(maker, RowKind.values().length + i, filled);
            if (row.isEmpty()) {
                return filled;
            }
            Optional<SQLException> again = put(maker, row.get());
            filled += again.isEmpty() ? 1 : 0;
            last = again.orElse(last);
        }
        if (filled == 0) {
            throw new NotFillableException(RefusalText.of(last, table.table()));
        }
        return filled;
    }

    private Optional<SQLException> put(RowMaker maker, GeneratedRow row) throws SQLException {
        Optional<SQLException> refusal =
                TableAttempt.of(transaction, table.table(), connection -> insert.put(connection, List.of(row)));
        if (refusal.isEmpty()) {
            maker.accept(row);
        }
        return refusal;
    }

    /** Empty if there are rows, and there can be no more. */
    private Optional<GeneratedRow> another(RowMaker maker, int number, int filled) throws NotFillableException {
        GeneratedRow row = plan.empty(number);
        try {
            maker.make(row, number % 2 == 0 ? ValueChoice.ORDINARY : ValueChoice.ANOTHER);
            return Optional.of(row);
        } catch (NotFillableException e) {
            if (filled == 0) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
