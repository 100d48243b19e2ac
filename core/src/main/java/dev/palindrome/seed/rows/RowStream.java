package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.ValueChoice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Makes rows one after the other, in the form that they are loaded in, and keeps none. */
final class RowStream implements Iterator<@Nullable Object[]> {

    private static final int AHEAD = 1000;

    private final RowPlan plan;
    private final RowMaker maker;
    private final GivenValues given;
    private final RowOptions options;
    private final long first;
    private final int end;
    private final Queue<@Nullable Object[]> ready = new ArrayDeque<>();
    private int at;

    /**
     * Makes nothing yet.
     *
     * @param first number of the fill's first row in the table
     * @param from the first row of this stream, counted within the fill
     * @param end the one behind the last
     */
    RowStream(RowPlan plan, RowMaker maker, GivenValues given, RowOptions options, long first, int from, int end) {
        this.plan = plan;
        this.maker = maker;
        this.given = given;
        this.options = options;
        this.first = first;
        this.at = from;
        this.end = end;
    }

    /** The number of the next row that is made. */
    int at() {
        return at;
    }

    /** Makes rows ahead, so that most of what can go wrong does so before the first is loaded. */
    void prepare() {
        nextRows(AHEAD).forEach(row -> ready.add(values(row)));
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || at < end;
    }

    @Override
    public @Nullable Object[] next() {
        return ready.isEmpty() ? values(nextRow()) : ready.remove();
    }

    /** At most so many. */
    List<GeneratedRow> nextRows(int most) {
        List<GeneratedRow> rows = new ArrayList<>();
        while (rows.size() < most && at < end) {
            rows.add(nextRow());
        }
        return rows;
    }

    private GeneratedRow nextRow() {
        if (at >= end) {
            throw new NoSuchElementException();
        }
        GeneratedRow row = made(at, 0, options.choice(at));
        at++;
        return row;
    }

    /** Another row in the place of one that did not do. */
    GeneratedRow again(GeneratedRow refused, int tries) {
        int number = (int) (refused.number() - first);
        return made(number, refused.tries() + 1, tries % 2 == 0 ? ValueChoice.ANOTHER : ValueChoice.ORDINARY);
    }

    private GeneratedRow made(int number, int tries, ValueChoice choice) {
        GeneratedRow row = plan.empty(first + number);
        row.startAt(tries);
        given.put(row, number);
        try {
            maker.make(row, choice);
        } catch (NotFillableException e) {
            throw new SeedException(
                    "%s, row %d: %s. Nothing was put in.%s"
                            .formatted(plan.table().table(), number, e.reason(), e.advice()),
                    e);
        }
        maker.accept(row);
        return row;
    }

    @Nullable Object[] values(GeneratedRow row) {
        List<Column> columns = plan.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object content = row.of(columns.get(i).name()).content();
            values[i] = content == null
                    ? null
                    : plan.table()
                            .find(columns.get(i).name())
                            .map(domain -> domain.toJdbc(content))
                            .orElse(content);
        }
        return values;
    }
}
