package dev.palindrome.reset.sqlserver;

import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.baseline.Baseline.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reset says about itself. */
final class SqlServerReasons {

    private SqlServerReasons() {}

    /**
     * Single tables and sequences went back, or nothing had to.
     *
     * @param whatOfThem what is to be said of each table
     */
    static Outcome tables(Collection<SqlServerTable> written, List<String> whatOfThem, List<String> movedSequences) {
        if (written.isEmpty() && movedSequences.isEmpty()) {
            return Outcome.nothing("nothing was written");
        }
        List<String> reasons = new ArrayList<>(whatOfThem);
        movedSequences.forEach(sequence -> reasons.add("sequence " + sequence + " moved"));
        return new Outcome(
                ResetStrategy.TABLES,
                String.join("; ", reasons),
                written.stream().map(SqlServerTable::toString).toList());
    }

    /**
     * Such as {@code dbo.users: 2 rows added, identity moved}.
     *
     * @param difference missing where rows could not be compared
     */
    static String table(SqlServerTable table, Optional<SqlServerRowDifference> difference, boolean hasIdentityMoved) {
        return table + ": "
                + difference.map(SqlServerRowDifference::describe).orElse("written")
                + (hasIdentityMoved ? ", identity moved" : "");
    }

    /** Everything went back, or has to. */
    static Outcome database(String reason) {
        return Outcome.database(reason.lines().map(String::strip).collect(Collectors.joining(" ")));
    }

    /**
     * Tables were written that do not go back one by one.
     *
     * @param untold what the server has not told, so that none does
     */
    static String unmovable(List<SqlServerTable> written, List<String> untold) {
        if (!untold.isEmpty()) {
            return "written: %s, and the server does not tell: %s"
                    .formatted(
                            written.stream().map(SqlServerTable::toString).collect(Collectors.joining(", ")),
                            String.join("; ", untold));
        }
        return written.stream()
                .map(table -> table + ", which is " + table.kind().words())
                .collect(Collectors.joining("; ", "written: ", ""));
    }

    /** Why the server does not put the whole back. */
    static String noWayBack(List<String> others, String login) {
        return others.isEmpty()
                ? "The whole database could be put back if the server made a database snapshot of it, or a backup for %s, who would have to be in the server role sysadmin."
                        .formatted(login)
                : "The whole database could be put back if no other snapshot of it were open: close %s first."
                        .formatted(String.join(", ", others));
    }
}
