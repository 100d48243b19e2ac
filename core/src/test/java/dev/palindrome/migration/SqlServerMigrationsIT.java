package dev.palindrome.migration;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

@RequiresSqlServer
class SqlServerMigrationsIT extends MigrationsTestCase {

    @Override
    Databases databases() {
        return Databases.on(
                Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system())));
    }

    @Override
    void requires(String sql) {
        try (Database database = databases().create("probe", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            abort("this server cannot run " + sql + ": " + e.getMessage());
        }
    }
}
