package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.RowValues;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Those parts of an OR that compare one term with many numbers, or many texts: an IN may have thousands, and be asked about
 * thousands of values.
 *
 * @param term what they compare
 * @param kind {@link BigDecimal} or {@link String}
 * @param keys of the constants, as they compare without case
 * @param keysTellingCase of the constants, as they compare with it
 * @param others the other parts
 */
record ConstantSet(Term term, Class<?> kind, Set<Object> keys, Set<Object> keysTellingCase, List<Condition> others) {

    /** Fewer are looked at one by one. */
    private static final int FEWEST = 8;

    static Optional<ConstantSet> of(List<Condition> parts) {
        return parts.size() < FEWEST
                ? Optional.empty()
                : parts.stream()
                        .flatMap(part -> constant(part).stream())
                        .findFirst()
                        .flatMap(constant -> of(parts, constant));
    }

    private static Optional<ConstantSet> of(List<Condition> parts, Constant first) {
        ConstantSet set = new ConstantSet(
                first.term(), first.content().getClass(), new HashSet<>(), new HashSet<>(), new ArrayList<>());
        parts.forEach(set::add);
        return Optional.of(set).filter(it -> it.keysTellingCase.size() >= FEWEST);
    }

    private void add(Condition part) {
        Optional<Constant> constant = constant(part)
                .filter(it -> it.term().equals(term) && it.content().getClass() == kind);
        if (constant.isEmpty()) {
            others.add(part);
            return;
        }
        keys.add(ValueOrder.key(constant.get().content()));
        keysTellingCase.add(ValueOrder.keyTellingCase(constant.get().content()));
    }

    private record Constant(Term term, Object content) {}

    private static Optional<Constant> constant(Condition part) {
        return part instanceof Condition.Comparison comparison
                        && comparison.operator() == Condition.Operator.EQUAL
                        && comparison.right() instanceof Term.Constant constant
                        && (constant.content() instanceof BigDecimal || constant.content() instanceof String)
                ? Optional.of(new Constant(comparison.left(), constant.content()))
                : Optional.empty();
    }

    /** Whether the term is one of the constants; empty where that has to be asked one by one. */
    Optional<Truth> test(RowValues row) {
        Value value = term.value(row);
        Object content = value.content();
        if (content == null) {
            return Optional.of(Truth.UNKNOWN);
        }
        if (content.getClass() != kind) {
            return Optional.empty();
        }
        return Optional.of(Truth.of(
                row.tellsCase()
                        ? keysTellingCase.contains(ValueOrder.keyTellingCase(content))
                        : keys.contains(ValueOrder.key(content))));
    }
}
