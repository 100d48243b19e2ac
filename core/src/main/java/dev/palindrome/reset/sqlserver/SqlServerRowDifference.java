package dev.palindrome.reset.sqlserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a table's rows differ from those that were kept.
 *
 * @param more how many there are more than before; may be negative
 * @param coming how many different rows there are that were not there before, or not as often
 * @param going how many different rows were there before, and are not, or not as often
 */
record SqlServerRowDifference(long more, long coming, long going) {

    static SqlServerRowDifference of(ResultSet row) throws SQLException {
        return new SqlServerRowDifference(row.getLong("more"), row.getLong("coming"), row.getLong("going"));
    }

    boolean isNone() {
        return more == 0 && coming == 0 && going == 0;
    }

    /** Such as {@code 2 rows added, 1 changed}. A row in the place of another counts as changed. */
    String describe() {
        List<String> parts = new ArrayList<>();
        long added = Math.max(more, 0);
        long gone = Math.max(-more, 0);
        say(parts, added, "added");
        say(parts, Math.max(Math.min(coming - added, going - gone), 0), "changed");
        say(parts, gone, "gone");
        return parts.isEmpty() ? isNone() ? "no row differs" : "rows changed" : String.join(", ", parts);
    }

    private static void say(List<String> parts, long count, String what) {
        if (count > 0) {
            String rows = count == 1 ? " row " : " rows ";
            parts.add(count + (parts.isEmpty() ? rows : " ") + what);
        }
    }
}
