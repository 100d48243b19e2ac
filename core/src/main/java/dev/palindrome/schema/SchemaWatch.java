package dev.palindrome.schema;

import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/**
 * Reads a schema again and again while migrations change it, and each time no more than may have changed. What looks as
 * it looked before is the same object as before, so that comparing two snapshots of one watch costs little.
 */
public interface SchemaWatch {

    /**
     * Finds out what the server lets be read, so that later nothing else is asked. A question that fails could doom a
     * migration's transaction.
     *
     * @param connection to the database, one of the caller's own and outside of any transaction
     * @throws SQLException if the database refuses
     */
    default void prepare(Connection connection) throws SQLException {}

    /**
     * Reads everything.
     *
     * @param connection to the database
     * @return the schema
     * @throws SQLException if the database refuses
     */
    SchemaSnapshot read(Connection connection) throws SQLException;

    /**
     * Reads what may have changed since the last time.
     *
     * @param connection to the same database
     * @param touched the tables and views that were created, changed, renamed (old and new name) or dropped since;
     *     missing where that is not known. SQL Server knows better itself, there it is not needed.
     * @return the schema as it is now
     * @throws SQLException if the database refuses
     */
    SchemaSnapshot readAgain(Connection connection, Optional<Collection<TableName>> touched) throws SQLException;

    /**
     * The same in one round trip with other questions, where the server answers several at once.
     *
     * @param connection to the same database, outside of any transaction
     * @param first what is asked before the schema
     * @return the schema as it is now; missing where one of the questions has found something in the way
     * @throws SQLException if the database refuses
     */
    default Optional<SchemaSnapshot> readAgain(Connection connection, SqlServerQueryBatch first) throws SQLException {
        first.run(connection);
        return first.isStopped() ? Optional.empty() : Optional.of(readAgain(connection, Optional.empty()));
    }
}
