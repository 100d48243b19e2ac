package dev.palindrome.h2.systemview;

import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of keys and foreign keys. What is recorded comes before what H2 says, which knows a stand-in for a column of a
 * foreign key that is switched off.
 */
final class KeyColumns {

    /**
     * One of a key's columns.
     *
     * @param position in its key, from 1
     * @param referenced the position in the key that a foreign key points to
     */
    record KeyColumn(TableName constraint, TableName table, String name, int position, int referenced) {}

    private KeyColumns() {}

    /** @param table only those of tables of this name; null for all */
    static List<KeyColumn> of(H2Rows rows, @Nullable String table) throws SQLException {
        Map<TableName, List<String>> recorded = new HashMap<>();
        for (H2Row row : rows.constraints(table)) {
            Recorded.parse(row.text("REMARKS"))
                    .get(Fact.KEY)
                    .ifPresent(names -> recorded.put(SystemObjects.constraintOf(row), H2TablePart.columns(names)));
        }
        List<KeyColumn> columns = new ArrayList<>();
        for (H2Row row : rows.keyColumns(table)) {
            TableName constraint = SystemObjects.constraintOf(row);
            int position = row.position();
            List<String> names = recorded.getOrDefault(constraint, List.of());
            String name = position <= names.size() ? names.get(position - 1) : row.text("COLUMN_NAME");
            Long referenced = row.number("POSITION_IN_UNIQUE_CONSTRAINT");
            columns.add(new KeyColumn(
                    constraint,
                    SystemIndexes.tableOf(row),
                    name,
                    position,
                    referenced == null ? position : Math.toIntExact(referenced)));
        }
        return columns;
    }
}
