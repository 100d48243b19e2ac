package dev.palindrome.seed.rule;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.seed.condition.ConditionMentions;
import dev.palindrome.seed.condition.ConditionParser;
import dev.palindrome.seed.condition.Truth;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Columns whose values follow from the row's number one to one, so that keys hold without a look at the other rows.
 *
 * @param columns as {@link GeneratedRow#key} has them, each with whether NULL in it frees a row from all its keys
 * @param startsEmpty whether there are no other rows
 */
public record Numbering(Map<String, Boolean> columns, boolean startsEmpty) {

    public static Numbering none() {
        return new Numbering(Map.of(), false);
    }

    /**
     * Chooses a column for each key, as far as there is one.
     *
     * @param open columns that get values and reference nothing, as {@link GeneratedRow#key} has them
     * @param rows how many numbers there will be, with those of the rows that are there
     */
    public static Numbering of(TableColumns table, Collection<String> open, long rows, boolean startsEmpty) {
        Map<String, Boolean> chosen = new HashMap<>();
        for (UniqueKey key : table.table().uniqueKeys()) {
            List<String> columns = GeneratedRow.keys(key.columns());
            if (columns.stream().noneMatch(chosen::containsKey)
                    && columns.stream().allMatch(column -> isFilled(column, table))) {
                widest(columns, table, open, rows).ifPresent(column -> chosen.put(column, isFree(column, table)));
            }
        }
        return new Numbering(Map.copyOf(chosen), startsEmpty);
    }

    /** Not by the server, which makes differing values itself. */
    private static boolean isFilled(String column, TableColumns table) {
        return table.writable().stream()
                .anyMatch(it -> GeneratedRow.key(it.name()).equals(column));
    }

    /** The last of those with the most values: in keys of several columns that is the one that counts. */
    private static Optional<String> widest(
            List<String> columns, TableColumns table, Collection<String> open, long rows) {
        return columns.stream()
                .filter(open::contains)
                .filter(column -> table.domain(column).capacity() >= rows)
                .reduce((one, other) ->
                        table.domain(other).capacity() >= table.domain(one).capacity() ? other : one);
    }

    /**
     * Whether a column takes the numbers of so many rows, as far as is understood.
     *
     * @param column as {@link GeneratedRow#key} has it
     */
    public static boolean tells(String column, TableColumns table, long rows) {
        return table.find(column)
                .filter(domain -> domain.capacity() >= rows && rows > 0)
                .filter(domain -> LongStream.of(0, rows / 2, rows - 1)
                        .mapToObj(number -> Value.of(domain.numbered(number, "")))
                        .allMatch(value -> isAllowed(column, value, table.table())))
                .isPresent();
    }

    /** By checks that are about this column alone. */
    private static boolean isAllowed(String column, Value value, Table table) {
        GeneratedRow row = new GeneratedRow(0);
        row.put(column, value);
        return table.checks().stream()
                .filter(Check::isEnabled)
                .flatMap(check -> ConditionParser.parse(check.condition()).stream())
                .filter(condition -> ConditionMentions.columns(condition).equals(Set.of(column)))
                .allMatch(condition -> condition.test(row) != Truth.FALSE);
    }

    private static boolean isFree(String column, TableColumns table) {
        GeneratedRow without = new GeneratedRow(0);
        without.put(column, Value.NULL);
        return table.table().uniqueKeys().stream()
                .filter(key -> GeneratedRow.keys(key.columns()).contains(column))
                .allMatch(key -> key.filter()
                        .flatMap(ConditionParser::parse)
                        .map(filter -> filter.test(without) == Truth.FALSE)
                        .orElse(false));
    }

    public boolean numbers(String column) {
        return columns.containsKey(GeneratedRow.key(column));
    }

    public boolean takesNull(String column) {
        return columns.getOrDefault(GeneratedRow.key(column), false);
    }

    /** Whether a column makes a key hold in all rows, as long as no check is against its values. */
    public boolean tells(UniqueKey key) {
        return GeneratedRow.keys(key.columns()).stream().anyMatch(columns::containsKey);
    }

    /** The column that makes a key hold in all rows, if no other rule can make its value another one. */
    Optional<String> of(UniqueKey key, Table table) {
        return GeneratedRow.keys(key.columns()).stream()
                .filter(columns::containsKey)
                .filter(column -> startsEmpty && isUnchecked(column, table))
                .findFirst();
    }

    private static boolean isUnchecked(String column, Table table) {
        return table.checks().stream()
                .filter(Check::isEnabled)
                .noneMatch(check -> ConditionMentions.name(column, check.condition()));
    }
}
