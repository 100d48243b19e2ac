package dev.palindrome.reset.sqlserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The query that holds a table's rows against those that were kept. It misses nothing: texts are compared byte by byte, since
 * to a collation different ones may be equal, and with their lengths, since a comparison pads; equal rows are counted. A
 * checksum would miss what has the same checksum (Microsoft: binary-checksum-transact-sql, set-operators-except-and-intersect-transact-sql,
 * hints-transact-sql-table: what somebody holds a lock on is an error at once, also where readers see versions of rows).
 */
final class SqlServerRowComparison {

    private SqlServerRowComparison() {}

    /**
     * How many rows there are more than before, how many different ones have come, and how many have gone.
     *
     * @param kept where the table's rows were kept
     * @return missing where a column's values cannot be compared
     */
    static Optional<String> sql(SqlServerTable table, String kept) {
        List<String> expressions = new ArrayList<>();
        for (SqlServerColumn column : table.columns()) {
            List<String> compared = column.compared();
            if (compared.isEmpty()) {
                return Optional.empty();
            }
            expressions.addAll(compared);
        }
        if (expressions.isEmpty()) {
            return Optional.empty();
        }
        String now = table.sqlName() + " WITH (READCOMMITTEDLOCK, NOWAIT)";
        return Optional.of("""
                -- How rows differ from those that were kept.
                SELECT (SELECT COUNT_BIG(*) FROM %1$s) - (SELECT COUNT_BIG(*) FROM %2$s) AS more,
                       (SELECT COUNT_BIG(*) FROM (%3$s EXCEPT %4$s) c) AS coming,
                       (SELECT COUNT_BIG(*) FROM (%4$s EXCEPT %3$s) g) AS going""".formatted(now, kept, counted(expressions, now), counted(expressions, kept)));
    }

    private static String counted(List<String> expressions, String from) {
        String selected = IntStream.range(0, expressions.size())
                .mapToObj(i -> expressions.get(i) + " AS c" + i)
                .collect(Collectors.joining(", "));
        return "SELECT %s, COUNT_BIG(*) AS n FROM %s GROUP BY %s"
                .formatted(selected, from, String.join(", ", expressions));
    }
}
