package dev.palindrome.production.mask;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import java.util.List;

/**
 * A table with columns that rules speak of.
 *
 * @param table as the schema has it
 * @param columns those that a rule counts for, kept ones among them
 */
public record MaskedTable(Table table, List<MaskedColumn> columns) {

    public MaskedTable {
        columns = List.copyOf(columns);
    }

    /** Those whose values change. */
    public List<MaskedColumn> changed() {
        return columns.stream().filter(column -> !column.isKept()).toList();
    }

    /** Whether it is a temporal table, to whose history the same rules apply; the server knows the name of that. */
    public boolean hasHistory() {
        return table.object().get(Property.HISTORY_TABLE).isPresent() && !table.isHistory();
    }
}
