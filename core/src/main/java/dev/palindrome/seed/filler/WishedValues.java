package dev.palindrome.seed.filler;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.ConditionMentions;
import dev.palindrome.seed.condition.ConditionParser;
import dev.palindrome.seed.condition.Conjunction;
import dev.palindrome.seed.condition.Hints;
import dev.palindrome.seed.condition.Truth;
import dev.palindrome.seed.values.DateTimeDomain;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowValues;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.seed.values.ValueOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Finds values with which a row satisfies what a script says of rows. */
public final class WishedValues {

    private static final int MOST_STEPS = 200;

    private final TableColumns table;
    private final Set<Object> inserted;
    private final RowValues there;

    /** Those found so far. */
    private final Map<String, Value> found = new LinkedHashMap<>();

    /**
     * Looks for none yet.
     *
     * @param inserted values that scripts put into the table themselves: in a key they would be in their way
     * @param there what stands in the row already
     */
    public WishedValues(TableColumns table, Set<Object> inserted, RowValues there) {
        this.table = table;
        this.inserted = inserted;
        this.there = there;
    }

    /**
     * Looks for values.
     *
     * @param open columns that are to get some, as {@link GeneratedRow#key} has them
     * @return empty where there are none with which the row satisfies it
     */
    public Optional<Map<String, Value>> of(Conjunction wanted, Set<String> open) {
        found.clear();
        List<Condition> met = new ArrayList<>();
        for (Condition part : wanted.parts()) {
            Set<String> columns = ConditionMentions.columns(part);
            if (columns.stream()
                    .allMatch(
                            column -> open.contains(column) || there.of(column).known())) {
                met.add(part);
                if (!isTrue(met) && !meet(part, columns, open, met)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Map.copyOf(found)).filter(values -> !values.isEmpty());
    }

    private boolean meet(Condition part, Set<String> columns, Set<String> open, List<Condition> met) {
        List<String> free = columns.stream()
                .filter(open::contains)
                .filter(column -> !found.containsKey(column))
                .toList();
        if (free.isEmpty()) {
            return columns.stream()
                    .filter(found::containsKey)
                    .anyMatch(column -> move(column, met) || chooseAgain(part, column, met));
        }
        Optional<Value> guess = Optional.empty();
        for (String column : free) {
            Map<String, Value> before = Map.copyOf(found);
            free.forEach(other -> found.put(other, ordinary(other)));
            for (Value candidate : candidates(part, column)) {
                found.put(column, candidate);
                if (isTrue(met)) {
                    return true;
                }
                if (guess.isEmpty() && free.size() == 1 && part.test(this::value) == Truth.UNKNOWN) {
                    guess = Optional.of(candidate).filter(it -> it.content() != null);
                }
            }
            found.clear();
            found.putAll(before);
        }
        // What only the server can judge is worth a guess.
        guess.ifPresent(value -> found.put(free.get(0), value));
        return guess.isPresent();
    }

    /** What the later condition leads to may satisfy the earlier ones, too. */
    private boolean chooseAgain(Condition part, String column, List<Condition> met) {
        Value first = Objects.requireNonNull(found.get(column));
        for (Value candidate : candidates(part, column)) {
            found.put(column, candidate);
            if (isTrue(met)) {
                return true;
            }
        }
        found.put(column, first);
        return false;
    }

    /** From what satisfies one condition to what satisfies the next one, too. */
    private boolean move(String column, List<Condition> met) {
        Value first = Objects.requireNonNull(found.get(column));
        Set<Object> near = new LinkedHashSet<>(first.present().stream().toList());
        Deque<Object> next = new ArrayDeque<>(near);
        while (!next.isEmpty() && near.size() < MOST_STEPS) {
            for (Object value : table.domain(column).around(next.remove())) {
                found.put(column, Value.of(value));
                if (isTrue(met)) {
                    return true;
                }
                if (near.add(value)) {
                    next.add(value);
                }
            }
        }
        found.put(column, first);
        return false;
    }

    private boolean isTrue(List<Condition> parts) {
        RowValues row = ((RowValues) this::value).tellingCase();
        return parts.stream().allMatch(part -> part.test(row) == Truth.TRUE);
    }

    private Value value(String column) {
        Value value = found.get(GeneratedRow.key(column));
        return value == null ? there.of(column) : value;
    }

    private Value ordinary(String column) {
        return Value.of(table.domain(column).ordinary(new SplittableRandom(column.hashCode())));
    }

    /** Those that the condition leads to come first: they are at its border. */
    private List<Value> candidates(Condition part, String column) {
        ValueDomain domain = table.domain(column);
        Hints hints = new Hints();
        hints.add(part);
        SplittableRandom random = new SplittableRandom(column.hashCode());
        GeneratedRow row = new GeneratedRow(0);
        there(row);
        Stream<Value> usual = Stream.concat(
                        Stream.of(
                                domain.ordinary(random),
                                domain.awkward(random),
                                domain.empty(),
                                domain.longest(),
                                domain.greatest(),
                                domain.least()),
                        domain instanceof DateTimeDomain days ? days.everyMonth() : Stream.of())
                .map(Value::of);
        List<Condition> checks = checks(column);
        Hints allowed = new Hints();
        checks.forEach(allowed::add);
        return Stream.of(
                        new Candidates(domain, hints.of(column)).all(row, random),
                        usual,
                        new Candidates(domain, allowed.of(column)).all(row, random),
                        missing(column))
                .flatMap(values -> values)
                .filter(value -> !isInTheWay(column, value))
                .sorted(Comparator.comparing(value -> isRefused(value, checks)))
                .toList();
    }

    /** Those that are about this column alone. */
    private List<Condition> checks(String column) {
        return table.table().checks().stream()
                .filter(Check::isEnabled)
                .flatMap(check -> ConditionParser.parse(check.condition()).stream())
                .filter(check -> ConditionMentions.columns(check).equals(Set.of(column)))
                .toList();
    }

    private static boolean isRefused(Value value, List<Condition> checks) {
        RowValues row = name -> value;
        return checks.stream()
                .anyMatch(check -> check.test(row) == Truth.FALSE || check.test(row.tellingCase()) == Truth.FALSE);
    }

    private void there(GeneratedRow row) {
        table.domains().keySet().forEach(column -> row.put(column, value(column)));
    }

    private Stream<Value> missing(String column) {
        return table.table().columns().stream()
                .filter(it -> GeneratedRow.key(it.name()).equals(column) && it.isNullable())
                .map((Column it) -> Value.NULL);
    }

    private boolean isInTheWay(String column, Value value) {
        return value.present().map(ValueOrder::key).filter(inserted::contains).isPresent()
                && table.table().uniqueKeys().stream()
                        .anyMatch(key -> GeneratedRow.keys(key.columns()).contains(column));
    }
}
