package dev.palindrome.seed.named;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.Conjunction;
import dev.palindrome.seed.condition.ScriptConditions;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueOrder;
import dev.palindrome.tsql.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The conditions in scripts, by the tables that they may be about. Rows that satisfy them are what these scripts were written
 * for.
 */
public final class NamedConditions {

    /** From so many rows on, one satisfies several conditions. */
    private static final int SINGLE = 3;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private final Map<String, List<Found>> byTable = new HashMap<>();
    private final MentionedTables tables = new MentionedTables();

    /** Those of rows that a script leaves as they are: there is no room for them where others take it. */
    private final Set<Conjunction> unchanged = new HashSet<>();

    private final JoinedLiterals joined = new JoinedLiterals();

    /**
     * A condition in a script.
     *
     * @param conjunction one of the ways to satisfy it
     * @param undone the tables that the script of the other direction puts rows into: it is about these
     */
    private record Found(Conjunction conjunction, Set<String> undone) {}

    /**
     * Reads a migration.
     *
     * @param up the tokens of its batches
     * @param down those of its undo
     */
    public void read(List<List<Token>> up, List<List<Token>> down) {
        readFilled(KnownVariables.in(up), KnownVariables.in(down));
    }

    private void readFilled(List<List<Token>> up, List<List<Token>> down) {
        up.forEach(tables::read);
        down.forEach(tables::read);
        Map<Conjunction, Set<String>> mentionedUp = conditions(up);
        Map<Conjunction, Set<String>> mentionedDown = conditions(down);
        Set<String> filledUp = filled(up);
        Set<String> filledDown = filled(down);
        // What is said in one direction only is where the two may not fit.
        add(mentionedUp, filledDown, conjunction -> !mentionedDown.containsKey(conjunction));
        add(mentionedDown, filledUp, conjunction -> !mentionedUp.containsKey(conjunction));
        add(mentionedUp, filledDown, mentionedDown::containsKey);
    }

    private static Set<String> filled(List<List<Token>> texts) {
        MentionedTables mentioned = new MentionedTables();
        texts.forEach(mentioned::read);
        return mentioned.written();
    }

    private void add(Map<Conjunction, Set<String>> mentioned, Set<String> undone, Predicate<Conjunction> wanted) {
        mentioned.forEach((conjunction, names) -> {
            if (wanted.test(conjunction)) {
                names.forEach(name ->
                        byTable.computeIfAbsent(name, key -> new ArrayList<>()).add(new Found(conjunction, undone)));
            }
        });
    }

    /** Each with the names in the text in which it stands. */
    private Map<Conjunction, Set<String>> conditions(List<List<Token>> texts) {
        Map<Conjunction, Set<String>> conditions = new LinkedHashMap<>();
        for (List<Token> text : texts) {
            List<Condition> found = found(text);
            if (found.isEmpty()) {
                continue;
            }
            Set<String> names = text.stream()
                    .filter(Token::isName)
                    .map(token -> GeneratedRow.key(token.value()))
                    .collect(Collectors.toSet());
            for (Condition condition : found) {
                Conjunction.of(condition)
                        .forEach(conjunction -> conditions
                                .computeIfAbsent(conjunction, key -> new HashSet<>())
                                .addAll(names));
            }
        }
        return conditions;
    }

    private List<Condition> found(List<Token> text) {
        if (ScriptConditions.isModule(text)) {
            return List.of();
        }
        List<Condition> all = new ArrayList<>(ScriptConditions.in(text));
        for (Condition condition : ScriptConditions.ofUnchanged(text)) {
            unchanged.addAll(Conjunction.of(condition));
            all.add(condition);
        }
        all.addAll(joined.in(text));
        all.addAll(AskedJson.in(text));
        all.addAll(AskedXml.in(text));
        return all;
    }

    public boolean isNone() {
        return byTable.isEmpty();
    }

    /** Whether a foreign key points to a table, now or later. */
    public boolean isReferenced(Table table) {
        return tables.referenced().contains(GeneratedRow.key(table.name()));
    }

    /** What is said of a table, as far as it is about the columns that it has. */
    public List<Conjunction> about(Table table) {
        Set<String> columns = names(table.columns());
        Set<Conjunction> about = new LinkedHashSet<>();
        for (Found found : byTable.getOrDefault(GeneratedRow.key(table.name()), List.of())) {
            found.conjunction().of(columns::contains).ifPresent(about::add);
        }
        return List.copyOf(about);
    }

    /**
     * What is to be true of rows of a table: not what is said of those that scripts put there themselves.
     *
     * @return in groups that one row can satisfy, as long as their columns are there
     */
    public List<List<Conjunction>> wanted(Table table, int most) {
        String name = GeneratedRow.key(table.name());
        Set<String> columns =
                names(table.columns().stream().filter(TableColumns::isWritable).toList());
        Set<String> all = names(table.columns());
        tables.added().getOrDefault(name, Set.of()).stream()
                .filter(added -> !all.contains(added))
                .forEach(columns::add);
        Set<Object> inserted = tables.inserted().getOrDefault(name, Set.of());
        boolean isReferenced = isReferenced(table);
        Set<Conjunction> wanted = new LinkedHashSet<>();
        Set<Conjunction> last = new LinkedHashSet<>();
        for (Found found : byTable.getOrDefault(name, List.of())) {
            if (!found.undone().contains(name)) {
                found.conjunction()
                        .of(columns::contains)
                        .filter(about ->
                                !about.isCommon() && about.isTelling() && (isReferenced || !about.isOfNothing()))
                        .filter(about -> Collections.disjoint(about.wanted(), inserted))
                        .ifPresent(unchanged.contains(found.conjunction()) ? last::add : wanted::add);
            }
        }
        wanted.addAll(last);
        return grouped(wanted, isReferenced ? most / 2 : most);
    }

    /** Values that a script puts into a table itself: in a key they would be in its way. */
    public Set<Object> inserted(Table table) {
        return tables.inserted().getOrDefault(GeneratedRow.key(table.name()), Set.of());
    }

    /**
     * The numbers that scripts name of a column: that they compare it with, or the first of a range.
     *
     * @return without those that scripts put in themselves
     */
    public Set<Long> numbers(Table table, String column) {
        String name = GeneratedRow.key(table.name());
        Set<Object> inserted = inserted(table);
        Set<Long> numbers = new TreeSet<>();
        for (Found found : byTable.getOrDefault(name, List.of())) {
            if (!found.undone().contains(name)) {
                found.conjunction().leastNumbers(column).stream()
                        .filter(number -> !inserted.contains(ValueOrder.key(number)))
                        .filter(number -> number.stripTrailingZeros().scale() <= 0
                                && number.abs().compareTo(MOST) < 0)
                        .forEach(number -> numbers.add(number.longValue()));
            }
        }
        return numbers;
    }

    private static List<List<Conjunction>> grouped(Collection<Conjunction> wanted, int most) {
        List<List<Conjunction>> groups = new ArrayList<>();
        for (Conjunction conjunction : wanted) {
            if (groups.stream().flatMap(List::stream).anyMatch(other -> other.implies(conjunction))) {
                continue;
            }
            if (groups.size() < most
                    && (groups.size() < SINGLE || fitting(groups, conjunction).isEmpty())) {
                groups.add(new ArrayList<>(List.of(conjunction)));
            } else {
                fitting(groups, conjunction).ifPresent(group -> group.add(conjunction));
            }
        }
        return groups;
    }

    /** The last one whose columns are others: what satisfies the first ones may be gone when this is asked for. */
    private static Optional<List<Conjunction>> fitting(List<List<Conjunction>> groups, Conjunction conjunction) {
        return groups.stream()
                .filter(group ->
                        group.stream().allMatch(other -> Collections.disjoint(other.columns(), conjunction.columns())))
                .reduce((first, second) -> second);
    }

    private static Set<String> names(Collection<Column> columns) {
        return columns.stream()
                .map(column -> GeneratedRow.key(column.name()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
