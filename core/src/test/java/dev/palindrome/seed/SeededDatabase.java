package dev.palindrome.seed;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.settings.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A database for one test, and a connection that commits each statement. */
public final class SeededDatabase implements AutoCloseable {

    private final Database database;
    private Connection connection;

    private SeededDatabase(EngineKind engine, Settings settings) throws SQLException {
        database = Databases.on(Engines.select(new EngineRequest(engine, Optional.empty(), settings)))
                .create("seeded", DatabaseOptions.DEFAULT);
        connection = database.dataSource().getConnection();
    }

    public static SeededDatabase embedded() throws SQLException {
        return new SeededDatabase(EngineKind.EMBEDDED, Settings.of(name -> Optional.empty()));
    }

    public static SeededDatabase sqlServer() throws SQLException {
        return new SeededDatabase(EngineKind.SQL_SERVER, Settings.system());
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
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                texts.add(String.join("|", values.stream().map(String::valueOf).toList()));
            }
            return texts;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
