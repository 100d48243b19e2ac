package dev.palindrome.seed.filler;

import dev.palindrome.seed.rule.CheckRule;
import dev.palindrome.seed.rule.RowRule;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.seed.values.ValueOrder;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The values of a column that lie furthest out. Where checks are about this column alone, these are the last that they allow:
 * those that they compare with, or the ones beside. Checks about several columns have no say here.
 *
 * @param least the least or shortest
 * @param greatest the greatest or longest
 */
record BoundaryValues(Object least, Object greatest) {

    /** What the greatest texts are made of, too. */
    private static final String LAST_LETTER = "z";

    private static final Comparator<Object> ORDER =
            Comparator.comparingInt(BoundaryValues::length).thenComparing(BoundaryValues::compare);

    /**
     * @param column as {@link GeneratedRow#key} has it
     * @param furthest the greatest or longest that the column takes
     */
    static BoundaryValues of(String column, Candidates candidates, Object furthest, List<RowRule> rules) {
        ValueDomain domain = candidates.domain();
        List<CheckRule> checks = rules.stream()
                .filter(rule -> rule.columns().equals(List.of(column)))
                .flatMap(rule -> rule instanceof CheckRule check ? Stream.of(check) : Stream.empty())
                .toList();
        Predicate<Object> allowed = value -> {
            GeneratedRow row = new GeneratedRow(0);
            row.put(column, Value.of(value));
            return checks.stream().allMatch(check -> check.allows(row));
        };
        List<Object> values = Stream.concat(Stream.of(domain.least(), furthest), candidates.literals(LAST_LETTER))
                .filter(allowed)
                .sorted(ORDER)
                .toList();
        return values.isEmpty()
                ? new BoundaryValues(domain.least(), furthest)
                : new BoundaryValues(values.get(0), values.get(values.size() - 1));
    }

    private static int length(Object value) {
        return value instanceof String text ? text.length() : value instanceof ByteBuffer bytes ? bytes.remaining() : 0;
    }

    /** Values of one column are of one kind, so that this can be told. */
    private static int compare(Object one, Object other) {
        return ValueOrder.compare(one, other, true).orElse(0);
    }
}
