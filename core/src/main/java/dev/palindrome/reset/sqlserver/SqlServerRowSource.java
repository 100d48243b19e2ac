package dev.palindrome.reset.sqlserver;

import java.sql.SQLException;

/** Where rows are kept as they were. */
interface SqlServerRowSource extends AutoCloseable {

    /** What to SELECT a table's rows from. */
    String of(SqlServerTable table);

    @Override
    void close() throws SQLException;
}
