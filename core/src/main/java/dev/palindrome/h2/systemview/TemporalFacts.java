package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sys.tables and sys.periods say of temporal tables (Microsoft: sys-tables-transact-sql, sys-periods-transact-sql). */
final class TemporalFacts {

    /** With SQL Server's numbers, from 3. */
    private static final List<String> UNITS = List.of("DAY", "WEEK", "MONTH", "YEAR");

    private static final int FIRST_UNIT = 3;

    private TemporalFacts() {}

    /** 0 for a table like others, 1 for a history, 2 for a table that has one. */
    static int type(Recorded table) {
        return table.get(Fact.HISTORY).isPresent()
                ? 2
                : table.get(Fact.HISTORY_OF).isPresent() ? 1 : 0;
    }

    static Map<String, Object> of(Recorded table) {
        Map<String, Object> values = new HashMap<>();
        int type = type(table);
        values.put("temporal_type", type);
        values.put(
                "temporal_type_desc",
                List.of("NON_TEMPORAL_TABLE", "HISTORY_TABLE", "SYSTEM_VERSIONED_TEMPORAL_TABLE")
                        .get(type));
        table.get(Fact.HISTORY).ifPresent(history -> {
            values.put("history_table_id", ObjectRow.id(TableName.parse(history)));
            retention(table.get(Fact.HISTORY_RETENTION), values);
        });
        return values;
    }

    private static void retention(Optional<String> period, Map<String, Object> values) {
        String[] words = period.orElse("-1 INFINITE").split(" ");
        values.put("history_retention_period", Integer.valueOf(words[0]));
        int unit = UNITS.indexOf(words[1]);
        values.put("history_retention_period_unit", unit < 0 ? unit : unit + FIRST_UNIT);
        values.put("history_retention_period_unit_desc", words[1]);
    }

    static Map<String, Object> period(TableName table, int start, int end) {
        return Map.of(
                "name",
                "SYSTEM_TIME",
                "period_type",
                1,
                "period_type_desc",
                "SYSTEM_TIME_PERIOD",
                "object_id",
                ObjectRow.id(table),
                "start_column_id",
                start,
                "end_column_id",
                end);
    }
}
