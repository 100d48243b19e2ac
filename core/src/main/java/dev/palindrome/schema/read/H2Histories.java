package dev.palindrome.schema.read;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.util.Optional;

/** Histories of temporal tables out of records, as the question to SQL Server's catalogue tells them. */
final class H2Histories {

    private static final String MADE_UP = "MSSQL_TemporalHistoryFor_";

    private H2Histories() {}

    /** Whether a table is a history whose name the server has made up. */
    static boolean isMadeUp(TableName table, Recorded recorded) {
        return recorded.get(Fact.HISTORY_OF).isPresent() && isMadeUp(table.name());
    }

    private static boolean isMadeUp(String name) {
        return name.regionMatches(true, 0, MADE_UP, 0, MADE_UP.length());
    }

    /** Such as {@code ([dbo].[users_history], 6 MONTH)}, {@code (ON)}, or {@code (HISTORY)} of the history itself. */
    static Optional<String> of(Recorded table) {
        if (table.get(Fact.HISTORY_OF).isPresent()) {
            return Optional.of("(HISTORY)");
        }
        String retention =
                table.get(Fact.HISTORY_RETENTION).map(period -> ", " + period).orElse("");
        return table.get(Fact.HISTORY)
                .map(history -> isMadeUp(TableName.parse(history).name()) ? "ON" : history)
                .map(history -> "(" + history + retention + ")");
    }
}
