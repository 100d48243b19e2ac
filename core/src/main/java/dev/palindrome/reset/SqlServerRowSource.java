package dev.palindrome.reset;

import java.sql.SQLException;
import java.util.Optional;

/** Where rows are kept as they were. */
interface SqlServerRowSource extends AutoCloseable {

    /** What to SELECT a table's rows from. */
    String of(SqlServerTable table);

    /** The database snapshot that the whole database can be reverted to, where there is one. */
    Optional<String> databaseSnapshot();

    @Override
    void close() throws SQLException;
}
