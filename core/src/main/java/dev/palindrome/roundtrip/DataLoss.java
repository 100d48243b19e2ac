package dev.palindrome.roundtrip;

/**
 * Rows that an undo did not bring back as they were. Names places and numbers, never values.
 *
 * @param table schema and name, such as {@code dbo.users}
 * @param column the column whose values differ; {@code *} where whole rows are gone
 * @param rows how many rows, at least 1
 */
public record DataLoss(String table, String column, long rows) {

    /** What stands for a column where whole rows are gone. */
    public static final String WHOLE_ROWS = "*";

    /** The loss in a few words. */
    @Override
    public String toString() {
        String count = rows + (rows == 1 ? " row" : " rows");
        return column.equals(WHOLE_ROWS)
                ? table + ": " + count + " gone"
                : table + "." + column + ": values of " + count + " differ";
    }
}
