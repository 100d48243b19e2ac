package dev.palindrome.production.export;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is different between the engines when rows are exported. */
interface ExportEngine {

    static ExportEngine of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? new H2Export() : new SqlServerExport();
    }

    /** The name of a table of keys, which is the session's own. */
    String keyTable(int number);

    /** A name as the engine reads it. */
    String quoted(String name);

    /**
     * Makes a table of keys.
     *
     * @param name of the new table
     * @param names of its columns but the last
     * @param columns of the table whose keys they are, under these names
     * @param from that table
     */
    List<String> makeKeyTable(String name, List<String> names, String columns, String from);

    /**
     * The isolation in which all rows are seen as they were at one moment.
     *
     * @param tables that are read
     * @return missing where that cannot be had
     */
    Optional<Integer> snapshotIsolation(Connection connection, List<SubsetTable> tables) throws SQLException;

    /**
     * How values of a type are read.
     *
     * @param type missing where it is not one of T-SQL's own
     * @param column its name with that of the table
     */
    ColumnReading reading(Optional<DeclaredType> type, String column);
}
