package dev.palindrome.seed;

import java.util.List;

/**
 * A foreign key to the table itself that does not take NULL: a row that points to itself.
 *
 * @param columns as {@link Row#key} has them
 * @param referenced in the same order
 */
record SelfSlot(List<String> columns, List<String> referenced) implements Slot {

    @Override
    public void fill(Row row, Draw draw) {
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), row.of(referenced.get(i)));
        }
    }
}
