package dev.palindrome.seed;

import java.util.List;
import java.util.SplittableRandom;

/** One column whose values depend on nothing else, or on conditions. */
final class ColumnSlot implements Slot {

    private final String column;
    private final boolean nullable;
    private final Domain domain;
    private final Candidates candidates;
    private final SplittableRandom random;

    ColumnSlot(String column, boolean nullable, Candidates candidates, SplittableRandom random) {
        this.column = Row.key(column);
        this.nullable = nullable;
        this.domain = candidates.domain();
        this.candidates = candidates;
        this.random = random;
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public void fill(Row row, Draw draw) {
        row.put(column, value(row, draw));
    }

    private Value value(Row row, Draw draw) {
        return switch (draw) {
            case MISSING -> nullable ? Value.NULL : ordinary(row);
            case LEAST -> Value.of(domain.least());
            case GREATEST -> Value.of(domain.greatest());
            case ORDINARY -> ordinary(row);
            case ANOTHER -> nullable && random.nextInt(8) == 0 ? Value.NULL : ordinary(row);
        };
    }

    private Value ordinary(Row row) {
        if (!candidates.isEmpty() && random.nextInt(4) > 0) {
            List<Value> good = candidates.of(row, random).stream()
                    .filter(value -> nullable || value.content() != null)
                    .toList();
            if (!good.isEmpty()) {
                return good.get(random.nextInt(good.size()));
            }
        }
        return Value.of(domain.ordinary(random));
    }
}
