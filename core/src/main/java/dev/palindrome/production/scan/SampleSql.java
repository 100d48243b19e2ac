package dev.palindrome.production.scan;

import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.sql.SqlDialect;
import java.util.List;

/** The query for some rows of a table. */
interface SampleSql {

    /** Rows of a table that are looked at, those that the server gives first. */
    int ROWS = 1000;

    /** Letters of a value that are looked at. */
    int LETTERS = 4000;

    static SampleSql of(SqlDialect dialect) {
        return dialect == SqlDialect.H2 ? new H2SampleSql() : new SqlServerSampleSql();
    }

    /** With a text for each of these columns. */
    String of(ScannedTable table, List<ScannedColumn> columns);
}
