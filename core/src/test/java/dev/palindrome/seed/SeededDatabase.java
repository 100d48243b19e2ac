package dev.palindrome.seed;

import dev.palindrome.EngineDatabases;
import dev.palindrome.QueriedRows;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A database for one test, and a connection that commits each statement. */
public final class SeededDatabase implements AutoCloseable {

    private final Database database;
    private Connection connection;

    private SeededDatabase(Databases databases) throws SQLException {
        database = databases.create("seeded", DatabaseOptions.DEFAULT);
        connection = database.dataSource().getConnection();
    }

    public static SeededDatabase embedded() throws SQLException {
        return new SeededDatabase(EngineDatabases.embedded());
    }

    public static SeededDatabase sqlServer() throws SQLException {
        return new SeededDatabase(EngineDatabases.sqlServer());
    }

    public Connection connection() {
        return connection;
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public void requires(ServerAbility ability) {
        ability.require(database);
    }

    public void reconnect() throws SQLException {
        connection.close();
        connection = database.dataSource().getConnection();
    }

    public void run(String tsql) throws SQLException {
        ScriptRunner.run(connection, database.engine(), "test.sql", tsql);
    }

    public SchemaSnapshot schema() throws SQLException {
        return SchemaReader.of(connection).read(connection);
    }

    public Table table(String name) throws SQLException {
        return schema().table("dbo", name).orElseThrow();
    }

    /** Each row's values with a bar between them. */
    public List<String> rows(String sql) throws SQLException {
        return QueriedRows.of(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
