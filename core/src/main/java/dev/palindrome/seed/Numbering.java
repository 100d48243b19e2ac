package dev.palindrome.seed;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns whose values follow from the row's number one to one, so that keys hold without a look at the other rows.
 *
 * @param columns as {@link Row#key} has them, each with whether NULL in it frees a row from all its keys
 * @param startsEmpty whether there are no other rows
 */
record Numbering(Map<String, Boolean> columns, boolean startsEmpty) {

    static Numbering none() {
        return new Numbering(Map.of(), false);
    }

    /**
     * Chooses a column for each key, as far as there is one.
     *
     * @param open columns that get values and reference nothing, as {@link Row#key} has them
     * @param rows how many numbers there will be, with those of the rows that are there
     */
    static Numbering of(TableColumns table, Collection<String> open, long rows, boolean startsEmpty) {
        Map<String, Boolean> chosen = new HashMap<>();
        for (UniqueKey key : table.table().uniqueKeys()) {
            List<String> columns = Row.keys(key.columns());
            if (columns.stream().noneMatch(chosen::containsKey)
                    && columns.stream().allMatch(column -> isFilled(column, table))) {
                widest(columns, table, open, rows).ifPresent(column -> chosen.put(column, isFree(column, table)));
            }
        }
        return new Numbering(Map.copyOf(chosen), startsEmpty);
    }

    /** Not by the server, which makes differing values itself. */
    private static boolean isFilled(String column, TableColumns table) {
        return table.writable().stream().anyMatch(it -> Row.key(it.name()).equals(column));
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

    private static boolean isFree(String column, TableColumns table) {
        Row without = new Row(0);
        without.put(column, Value.NULL);
        return table.table().uniqueKeys().stream()
                .filter(key -> Row.keys(key.columns()).contains(column))
                .allMatch(key -> key.filter()
                        .flatMap(ConditionParser::parse)
                        .map(filter -> filter.test(without) == Truth.FALSE)
                        .orElse(false));
    }

    boolean numbers(String column) {
        return columns.containsKey(Row.key(column));
    }

    boolean takesNull(String column) {
        return columns.getOrDefault(Row.key(column), false);
    }

    /** The column that makes a key hold in all rows, if no other rule can make its value another one. */
    Optional<String> of(UniqueKey key, Table table) {
        return Row.keys(key.columns()).stream()
                .filter(columns::containsKey)
                .filter(column -> startsEmpty && isUnchecked(column, table))
                .findFirst();
    }

    private static boolean isUnchecked(String column, Table table) {
        return table.checks().stream()
                .filter(Check::isEnabled)
                .noneMatch(check -> ConditionTokens.mention(column, check.condition()));
    }
}
