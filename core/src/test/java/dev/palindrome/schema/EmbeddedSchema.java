package dev.palindrome.schema;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.Connection;
import java.sql.SQLException;

/** An embedded database that is fed with T-SQL and shows its schema. */
public final class EmbeddedSchema implements AutoCloseable {

    private final Database database = EngineDatabases.embedded().create("schema", DatabaseOptions.DEFAULT);
    private final Connection connection;
    private int scripts;

    public EmbeddedSchema() throws SQLException {
        connection = database.dataSource().getConnection();
    }

    /** The schema that a script makes in an empty database. */
    public static SchemaSnapshot of(String tsql) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            return schema.run(tsql).read();
        }
    }

    public EmbeddedSchema run(String tsql) throws SQLException {
        // One by one: H2 reads several statements of one call before it runs them, 2.2.224 even on a column that goes.
        SqlRunner.on(connection)
                .run(TranslatedScript.rewrite("V" + ++scripts + "__test.sql", tsql)
                        .h2Statements());
        return this;
    }

    public SchemaSnapshot read() throws SQLException {
        return SchemaReader.of(connection).read(connection);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
