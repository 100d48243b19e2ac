package dev.palindrome.roundtrip;

import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Optional;

/**
 * Rows that an undo did not bring back as they were. Of values it shows at most an example, of a row that Palindrome has
 * generated: those that come from migrations or from the user are never shown.
 *
 * @param table schema and name, such as {@code dbo.users}; of a position the sequence, or the table that counts
 * @param column the column whose values differ; {@code *} where whole rows are gone; {@code (next value)} for the position
 *     of a sequence
 * @param rows how many rows, at least 1; of a position how many hold values that will be given again, 0 where that is not
 *     known
 * @param isPosition whether a sequence or an identity begins again, and gives values that rows hold already
 * @param of how many rows there were; 0 where that is not known
 * @param example what it looks like in one of them, where that can be shown
 */
public record DataLoss(String table, String column, long rows, boolean isPosition, long of, Optional<Example> example) {

    /** What stands for a column where whole rows are gone. */
    public static final String WHOLE_ROWS = "*";

    /** What stands for a column where it is a sequence that begins again. */
    public static final String NEXT_VALUE = "(next value)";

    /**
     * A loss in one generated row, with blanks made visible.
     *
     * @param was a value, as in {@code 'abc'}; of a row that is gone its key, as in {@code id = 3}
     * @param now what came back, as in {@code 'abc·'}; empty for a row that is gone
     */
    public record Example(String was, String now) {

        /** Both, with an arrow between. */
        @Override
        public String toString() {
            return now.isEmpty() ? was : was + " → " + now;
        }
    }

    /**
     * Rows that have gone or changed.
     *
     * @param table schema and name
     * @param column the column whose values differ; {@code *} where whole rows are gone
     * @param rows how many rows, at least 1
     */
    public DataLoss(String table, String column, long rows) {
        this(table, column, rows, false, 0, Optional.empty());
    }

    /**
     * A position that has fallen behind.
     *
     * @param table of an identity; or the sequence
     * @param column of an identity; {@code (next value)} for a sequence
     * @param rows how many hold values that will be given again, 0 where that is not known
     * @return the loss
     */
    public static DataLoss ofPosition(String table, String column, long rows) {
        return new DataLoss(table, column, rows, true, 0, Optional.empty());
    }

    /**
     * Whether it is about a column, and not about whole rows or a sequence.
     *
     * @return whether {@link #column} is the name of one
     */
    public boolean isOfColumn() {
        return !column.equals(WHOLE_ROWS) && !column.equals(NEXT_VALUE);
    }

    /**
     * What is lost, as a declaration names it: in brackets where a name needs them.
     *
     * @return the table or sequence, with the column where it is about one
     */
    public String place() {
        return isOfColumn() ? table + "." + BracketedName.readable(List.of(column)) : table;
    }

    /**
     * The line that accepts it, for the top of the undo script.
     *
     * @return a comment in T-SQL, in which the reason is still to be written
     */
    public String declaration() {
        return "-- palindrome: loses " + place() + " <reason>";
    }

    /** The loss in a few words. */
    @Override
    public String toString() {
        if (isPosition) {
            return place() + ": begins again, and will give values that "
                    + (rows == 0 ? "it has given before" : rows + (rows == 1 ? " row holds" : " rows hold"));
        }
        String count = rows + (of > 0 ? " of " + of : "") + (Math.max(of, rows) == 1 ? " row" : " rows");
        return place()
                + (isOfColumn() ? ": values of " + count + " differ" : ": " + count + " gone")
                + example.map(shown -> ", such as " + shown).orElse("");
    }
}
