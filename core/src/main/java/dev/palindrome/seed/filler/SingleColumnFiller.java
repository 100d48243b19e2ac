package dev.palindrome.seed.filler;

import dev.palindrome.seed.suggestion.Suggestion;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueChoice;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** One column whose values depend on nothing else, or on conditions. */
final class SingleColumnFiller implements ColumnFiller {

    private final String column;
    private final NullPattern nulls;
    private final Candidates candidates;
    private final BoundaryValues limits;
    private final Suggestion first;
    private final RowRandom rowRandom;

    /**
     * Makes a filler.
     *
     * @param column as {@link GeneratedRow#key} has it
     * @param candidates what conditions lead to
     * @param limits what stands in rows at the edge
     * @param first what is taken as long as no rule is against it
     */
    SingleColumnFiller(
            String column,
            NullPattern nulls,
            Candidates candidates,
            BoundaryValues limits,
            Suggestion first,
            RowRandom rowRandom) {
        this.column = column;
        this.nulls = nulls;
        this.candidates = candidates;
        this.limits = limits;
        this.first = first;
        this.rowRandom = rowRandom;
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public void fill(GeneratedRow row, ValueChoice choice) {
        SplittableRandom random = rowRandom.at(row);
        row.put(column, nulls.take(row, choice, random) ? Value.NULL : value(row, choice, random));
    }

    private Value value(GeneratedRow row, ValueChoice choice, SplittableRandom random) {
        return switch (choice) {
            case LEAST -> Value.of(limits.least());
            case GREATEST, LONGEST -> Value.of(limits.greatest());
            case AWKWARD -> Value.of(candidates.domain().awkward(random));
            case EMPTY -> Value.of(candidates.domain().empty());
            case ORDINARY, MISSING, ODD_MISSING, EVEN_MISSING -> Value.of(first.value(row, random));
            case COUNTERPART -> Value.of(candidates.domain().counterpart(first.value(row, random)));
            case NAMED -> row.wished(column).orElseGet(() -> Value.of(first.value(row, random)));
            case ANOTHER -> another(row, random);
        };
    }

    /** Of a few values all, one after the other: only one may be left. */
    private Value another(GeneratedRow row, SplittableRandom random) {
        List<Object> all = candidates.domain().all();
        if (all.isEmpty() || !candidates.isEmpty() && row.tries() % 2 == 0) {
            return candidates.oneOf(row, random, nulls.allowed()).orElseGet(() -> Value.of(again(row, random)));
        }
        long turn = candidates.isEmpty() ? row.tries() : row.tries() / 2;
        return Value.of(all.get((int) ((row.number() + turn) % all.size())));
    }

    private Object again(GeneratedRow row, SplittableRandom random) {
        Object drawn = random.nextBoolean()
                ? first.value(row, random)
                : candidates.domain().ordinary(random);
        return drawn instanceof String text && random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : drawn;
    }
}
