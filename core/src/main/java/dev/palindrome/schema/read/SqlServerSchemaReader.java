package dev.palindrome.schema.read;

import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Reads SQL Server's catalogue views: one batch with a result for each kind of object. */
public final class SqlServerSchemaReader implements SchemaReader {

    private final ExcludedTables leftOut;

    public SqlServerSchemaReader(ExcludedTables leftOut) {
        this.leftOut = leftOut;
    }

    @Override
    public SchemaReader leavingOut(Collection<TableName> tables) {
        return new SqlServerSchemaReader(leftOut.and(tables));
    }

    @Override
    public SchemaSnapshot read(Connection connection) throws SQLException {
        return watch().read(connection);
    }

    @Override
    public SchemaWatch watch() {
        return new SqlServerSchemaWatch(leftOut);
    }
}
