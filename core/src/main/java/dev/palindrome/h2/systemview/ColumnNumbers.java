package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The positions of columns in their tables. */
final class ColumnNumbers {

    private final H2Rows rows;
    private final Map<String, Map<String, Integer>> byTable = new HashMap<>();

    ColumnNumbers(H2Rows rows) {
        this.rows = rows;
    }

    /** 0 for one that is not there. */
    int of(TableName table, String column) throws SQLException {
        Map<String, Integer> known = byTable.get(table.name());
        if (known == null) {
            known = new HashMap<>();
            for (H2Row row : rows.columns(table.name())) {
                known.put(key(row.text("TABLE_SCHEMA"), row.text("COLUMN_NAME")), row.position());
            }
            byTable.put(table.name(), known);
        }
        return known.getOrDefault(key(table.schema(), column), 0);
    }

    private static String key(String schema, String column) {
        return (schema + "." + column).toLowerCase(Locale.ROOT);
    }
}
