package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.bulk.ColumnValues;
import java.util.Optional;

/**
 * A field of a bcp file.
 *
 * @param column where it goes; missing where it is skipped
 * @param values how it is read
 * @param terminator what ends it; at the last field a line feed stands for CR LF too
 */
record BcpField(Optional<Column> column, ColumnValues values, String terminator) {

    static final String TAB = "\t";
    static final String LINE = "\n";

    static BcpField of(Optional<Column> column, String terminator) {
        return new BcpField(column, column.map(ColumnValues::of).orElse(given -> given), terminator);
    }
}
