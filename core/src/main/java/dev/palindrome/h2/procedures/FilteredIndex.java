package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.HiddenColumn;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import java.sql.SQLException;
import java.util.List;

/**
 * A unique index with a filter, which H2 has not: a column that nobody sees is part of it, and is another in each row that the
 * filter leaves out.
 */
final class FilteredIndex {

    private FilteredIndex() {}

    static void create(H2Table table, String index, String key, String condition, String recorded) throws SQLException {
        String hidden = HiddenColumn.add(table, "UUID", "CASE WHEN " + condition + " THEN NULL ELSE RANDOM_UUID() END");
        try {
            table.execute("CREATE UNIQUE NULLS NOT DISTINCT INDEX " + QuotedName.of(table.schema(), index) + " ON "
                    + table.h2() + " COMMENT " + SqlLiteral.h2(recorded) + " (" + key + ", " + QuotedName.of(hidden)
                    + ")");
        } catch (SQLException e) {
            HiddenColumn.drop(table, List.of(hidden));
            throw e;
        }
    }
}
