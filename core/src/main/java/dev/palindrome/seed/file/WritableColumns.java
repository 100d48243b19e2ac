package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.bulk.ColumnValues;
import dev.palindrome.seed.refusal.UnfitValueException;
import java.util.List;

/** The columns that stand in a file which is written. */
public final class WritableColumns {

    private WritableColumns() {}

    public static List<Column> of(Table table) {
        return table.columns().stream().filter(FileColumns::isGiven).toList();
    }

    public static Object value(Column column, String text) {
        try {
            return ColumnValues.of(column).of(text);
        } catch (UnfitValueException e) {
            return text;
        }
    }
}
