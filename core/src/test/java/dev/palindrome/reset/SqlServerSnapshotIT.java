package dev.palindrome.reset;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

@RequiresSqlServer
class SqlServerSnapshotIT extends SnapshotTestCase {

    @Override
    Databases databases() {
        return Databases.on(
                Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system())));
    }

    @Override
    boolean can(Feature feature) {
        return switch (feature) {
            case TELL_WHAT_WAS_WRITTEN -> takes("SELECT COUNT(*) FROM sys.dm_db_index_usage_stats");
            case SWITCH_FOREIGN_KEYS_OFF ->
                takes("ALTER TABLE dbo.todos NOCHECK CONSTRAINT fk_todos_users")
                        && takes("ALTER TABLE dbo.todos WITH CHECK CHECK CONSTRAINT fk_todos_users");
            case TELL_IDENTITIES -> takes("SELECT last_used_value FROM sys.sequences");
            case CHANGE_SCHEMAS -> takes("SELECT source_database_id FROM sys.databases");
        };
    }

    boolean takes(String sql) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
