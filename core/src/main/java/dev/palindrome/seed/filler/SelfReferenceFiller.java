package dev.palindrome.seed.filler;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.ValueChoice;
import java.util.List;

/**
 * A foreign key to the table itself that does not take NULL: a row that points to itself.
 *
 * @param columns as {@link GeneratedRow#key} has them
 * @param referenced in the same order
 */
public record SelfReferenceFiller(List<String> columns, List<String> referenced) implements ColumnFiller {

    @Override
    public void fill(GeneratedRow row, ValueChoice choice) {
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), row.of(referenced.get(i)));
        }
    }
}
