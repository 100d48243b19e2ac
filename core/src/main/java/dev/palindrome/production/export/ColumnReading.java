package dev.palindrome.production.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How a column's values are read so that a file holds all of them.
 *
 * @param expression what is selected
 * @param value makes of it what a file is written from
 * @param isExact false where something of a value may be lost
 */
record ColumnReading(String expression, Value value, boolean isExact) {

    /** Reads the value of the current row. */
    @FunctionalInterface
    interface Value {
        @Nullable Object read(ResultSet row, int column) throws SQLException;
    }

    static ColumnReading of(String expression, Value value) {
        return new ColumnReading(expression, value, true);
    }
}
