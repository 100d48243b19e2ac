package dev.palindrome.seed.condition;

import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.Operator;
import dev.palindrome.seed.values.RowValues;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways in which a condition is satisfied: all of these at once. None of them is an AND or an OR.
 *
 * @param parts the first of them that limit a column say on which border of its range a row is to lie
 */
public record Conjunction(List<Condition> parts) {

    /** A condition of more ways is as good as none. */
    private static final int MOST = 24;

    /** Copies the parts. */
    public Conjunction {
        parts = List.copyOf(parts);
    }

    /** All the ways, and where one of them is a range, each of its borders. */
    public static List<Conjunction> of(Condition condition) {
        Set<Conjunction> all = new LinkedHashSet<>();
        for (List<Condition> way : ways(condition, true)) {
            all.add(new Conjunction(way));
            for (int i = 1; i < way.size(); i++) {
                if (isLimit(way.get(i)) && isLimitOfSame(way.get(i), way.subList(0, i))) {
                    List<Condition> turned = new ArrayList<>(way);
                    turned.add(0, turned.remove(i));
                    all.add(new Conjunction(turned));
                }
            }
        }
        return all.stream().limit(MOST).toList();
    }

    private static boolean isLimitOfSame(Condition limit, List<Condition> others) {
        Set<String> columns = ConditionMentions.columns(limit);
        return others.stream()
                .anyMatch(other ->
                        isLimit(other) && ConditionMentions.columns(other).equals(columns));
    }

    private static boolean isLimit(Condition condition) {
        return condition instanceof Comparison comparison
                && comparison.operator() != Operator.EQUAL
                && comparison.operator() != Operator.UNEQUAL;
    }

    /** @param wanted false for its opposite */
    private static List<List<Condition>> ways(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Not not) {
            return ways(not.part(), !wanted);
        }
        if (condition instanceof Condition.And and) {
            return wanted ? all(and.parts(), true) : any(and.parts(), false);
        }
        if (condition instanceof Condition.Or or) {
            return wanted ? any(or.parts(), true) : all(or.parts(), false);
        }
        if (condition instanceof Comparison comparison) {
            Operator operator =
                    wanted ? comparison.operator() : comparison.operator().opposite();
            return List.of(List.of(new Comparison(comparison.left(), operator, comparison.right())));
        }
        return List.of(List.of(wanted ? condition : new Condition.Not(condition)));
    }

    private static List<List<Condition>> any(List<Condition> parts, boolean wanted) {
        List<List<Condition>> ways = new ArrayList<>();
        parts.forEach(part -> ways.addAll(ways(part, wanted)));
        return ways.size() > MOST ? ways.subList(0, MOST) : ways;
    }

    private static List<List<Condition>> all(List<Condition> parts, boolean wanted) {
        List<List<Condition>> ways = List.of(List.of());
        for (Condition part : parts) {
            List<List<Condition>> longer = new ArrayList<>();
            for (List<Condition> way : ways) {
                for (List<Condition> more : ways(part, wanted)) {
                    List<Condition> both = new ArrayList<>(way);
                    both.addAll(more);
                    longer.add(both);
                }
            }
            ways = longer.size() > MOST ? longer.subList(0, MOST) : longer;
        }
        return ways;
    }

    /** What it says of a table alone; empty if that is nothing. */
    public Optional<Conjunction> of(Predicate<String> isColumn) {
        List<Condition> about = parts.stream()
                .filter(part -> !comparesWithItself(part))
                .filter(part -> {
                    Set<String> columns = ConditionMentions.columns(part);
                    return !columns.isEmpty() && columns.stream().allMatch(isColumn);
                })
                .toList();
        return about.isEmpty() ? Optional.empty() : Optional.of(new Conjunction(about));
    }

    /** Of two tables that have columns of the same name. */
    private static boolean comparesWithItself(Condition part) {
        return part instanceof Comparison comparison
                && comparison.left() instanceof Term.Column left
                && comparison.right() instanceof Term.Column right
                && left.name().equalsIgnoreCase(right.name());
    }

    /** As {@link dev.palindrome.seed.values.GeneratedRow#key} has them. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        parts.forEach(part -> columns.addAll(ConditionMentions.columns(part)));
        return columns;
    }

    public boolean isTrue(RowValues row) {
        return parts.stream().allMatch(part -> part.test(row) == Truth.TRUE);
    }

    /** Whether all rows that satisfy it satisfy the other, too, as far as the values tell that it wants columns to have. */
    public boolean implies(Conjunction other) {
        return other.isTrue(((RowValues) this::fixed).tellingCase());
    }

    private Value fixed(String column) {
        return parts.stream()
                .flatMap(part -> fixed(part, column).stream())
                .findFirst()
                .orElse(Value.UNKNOWN);
    }

    private static Optional<Value> fixed(Condition part, String column) {
        return part instanceof Comparison comparison
                        && comparison.operator() == Operator.EQUAL
                        && comparison.left() instanceof Term.Column compared
                        && compared.name().equalsIgnoreCase(column)
                        && comparison.right() instanceof Term.Constant constant
                        && constant.content() != null
                ? Optional.of(Value.of(constant.content()))
                : Optional.empty();
    }

    /** Whether nearly every row is so. */
    public boolean isCommon() {
        return parts.stream()
                .allMatch(part -> part instanceof Condition.Not
                        || part instanceof Comparison comparison && comparison.operator() == Operator.UNEQUAL);
    }

    /** Whether it names any value, and does not only compare with what the server alone knows, such as today. */
    public boolean isTelling() {
        Hints hints = new Hints();
        parts.forEach(hints::add);
        return columns().stream()
                .flatMap(column -> hints.of(column).stream())
                .anyMatch(hint -> !(hint instanceof Hint.FarAway));
    }

    /** Whether it only says what a row of NULLs, or of empty texts and zeros, is like. */
    public boolean isOfNothing() {
        return parts.size() == 1
                && (parts.get(0) instanceof Condition.IsNull
                        || parts.get(0) instanceof Comparison comparison
                                && comparison.operator() == Operator.EQUAL
                                && comparison.left() instanceof Term.Column
                                && comparison.right() instanceof Term.Constant constant
                                && isNothing(constant.content()));
    }

    private static boolean isNothing(@Nullable Object content) {
        return content instanceof BigDecimal number && number.signum() == 0
                || content instanceof String text && text.isBlank();
    }

    /** The values that it wants columns to have, and no others. */
    public Set<Object> wanted() {
        Set<Object> wanted = new LinkedHashSet<>();
        for (Condition part : parts) {
            if (part instanceof Comparison comparison && comparison.operator() == Operator.EQUAL) {
                add(comparison.left(), wanted);
                add(comparison.right(), wanted);
            }
        }
        return wanted;
    }

    /** Of a column that it compares with numbers: those that it may be, and the least that it may be. */
    public List<BigDecimal> leastNumbers(String column) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Condition part : parts) {
            if (part instanceof Comparison comparison
                    && comparison.left() instanceof Term.Column compared
                    && compared.name().equalsIgnoreCase(column)
                    && comparison.right() instanceof Term.Constant constant
                    && constant.content() instanceof BigDecimal number) {
                switch (comparison.operator()) {
                    case EQUAL, AT_LEAST -> numbers.add(number);
                    case GREATER -> numbers.add(number.add(BigDecimal.ONE));
                    default -> {}
                }
            }
        }
        return numbers;
    }

    private static void add(Term term, Set<Object> wanted) {
        if (term instanceof Term.Constant constant && constant.content() != null) {
            wanted.add(ValueOrder.key(constant.content()));
        }
    }
}
