package dev.palindrome.schema;

import dev.palindrome.schema.read.ExcludedTables;
import dev.palindrome.schema.read.H2SchemaReader;
import dev.palindrome.schema.read.SqlServerSchemaReader;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Reads what a database looks like. The number of questions that it asks does not depend on the number of tables. */
public interface SchemaReader {

    /**
     * The reader for SQL Server.
     *
     * @return a reader that leaves nothing out
     */
    static SchemaReader forSqlServer() {
        return new SqlServerSchemaReader(ExcludedTables.nothing());
    }

    /**
     * The reader for the embedded engine.
     *
     * @return a reader that leaves nothing out
     */
    static SchemaReader forH2() {
        return new H2SchemaReader(ExcludedTables.nothing());
    }

    /**
     * The reader for whatever is at the other end of a connection.
     *
     * @param connection is asked for the name of the product
     * @return a reader that leaves nothing out
     * @throws SQLException if the connection is broken
     */
    static SchemaReader of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? forH2() : forSqlServer();
    }

    /**
     * The same reader without some tables, such as that in which Flyway keeps its history.
     *
     * @param tables that snapshots shall not hold
     * @return another reader
     */
    SchemaReader leavingOut(Collection<TableName> tables);

    /**
     * The same reader without one table.
     *
     * @param table that snapshots shall not hold
     * @return another reader
     */
    default SchemaReader leavingOut(TableName table) {
        return leavingOut(List.of(table));
    }

    /**
     * Reads everything.
     *
     * @param connection to the database; nothing is left open on it
     * @return the schema
     * @throws SQLException if the database refuses
     */
    SchemaSnapshot read(Connection connection) throws SQLException;

    /**
     * Begins to follow a schema through its changes.
     *
     * @return a watch that has seen nothing yet; for one thread, and for one database at a time
     */
    SchemaWatch watch();
}
