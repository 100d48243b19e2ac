package dev.palindrome.roundtrip;

/**
 * Rows that an undo did not bring back as they were. Names places and numbers, never values.
 *
 * @param table schema and name, such as {@code dbo.users}; of a position the sequence, or the table that counts
 * @param column the column whose values differ; {@code *} where whole rows are gone; {@code (next value)} for the position
 *     of a sequence
 * @param rows how many rows, at least 1; of a position how many hold values that will be given again, 0 where that is not
 *     known
 * @param isPosition whether a sequence or an identity begins again, and gives values that rows hold already
 */
public record DataLoss(String table, String column, long rows, boolean isPosition) {

    /** What stands for a column where whole rows are gone. */
    public static final String WHOLE_ROWS = "*";

    /** What stands for a column where it is a sequence that begins again. */
    public static final String NEXT_VALUE = "(next value)";

    /**
     * Rows that have gone or changed.
     *
     * @param table schema and name
     * @param column the column whose values differ; {@code *} where whole rows are gone
     * @param rows how many rows, at least 1
     */
    public DataLoss(String table, String column, long rows) {
        this(table, column, rows, false);
    }

    /**
     * Whether it is about a column, and not about whole rows or a sequence.
     *
     * @return whether {@link #column} is the name of one
     */
    public boolean isOfColumn() {
        return !column.equals(WHOLE_ROWS) && !column.equals(NEXT_VALUE);
    }

    /** The loss in a few words. */
    @Override
    public String toString() {
        String count = rows + (rows == 1 ? " row" : " rows");
        if (isPosition) {
            String name = isOfColumn() ? table + "." + column : table;
            return name + ": begins again, and will give values that "
                    + (rows == 0 ? "it has given before" : count + (rows == 1 ? " holds" : " hold"));
        }
        return column.equals(WHOLE_ROWS)
                ? table + ": " + count + " gone"
                : table + "." + column + ": values of " + count + " differ";
    }
}
