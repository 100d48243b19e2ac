package dev.palindrome.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

final class SqlServerSchemaWatch implements SchemaWatch {
    SqlServerSchemaWatch(LeftOut leftOut) {}

    @Override
    public SchemaSnapshot read(Connection connection) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    public SchemaSnapshot readAgain(Connection connection, Optional<Collection<TableName>> touched)
            throws SQLException {
        return read(connection);
    }
}
