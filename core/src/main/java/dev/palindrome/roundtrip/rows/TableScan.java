package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Table;
import dev.palindrome.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reading rows from the table itself. H2 leaves a text in an index as it was where only its case has changed, and reads the
 * index alone where that holds all columns (tried with 2.3.232).
 */
final class TableScan {

    private TableScan() {}

    /** To stand behind the name of the table. */
    static String hint(Connection connection, Table table) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? " USE INDEX ()" : table.rowHint();
    }
}
