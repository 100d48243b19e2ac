package dev.palindrome.database;

import dev.palindrome.engine.SqlServerEngine;
import java.sql.SQLException;
import java.util.Optional;

/** Drops a database under whoever is still connected to it. */
final class SqlServerDrop {

    /** "Cannot drop database because it is currently in use": ended sessions take a moment to go. */
    private static final String IN_USE = "currently in use";

    private final SqlServerEngine engine;

    SqlServerDrop(SqlServerEngine engine) {
        this.engine = engine;
    }

    void drop(String database) throws SQLException {
        Optional<SQLException> refusal = disconnectEverybody(database);
        try {
            Retry.whileRefused(
                    SqlServerDrop::isInUse,
                    () -> SqlServerStatements.run(engine.dataSource(), SqlServerDatabaseSql.drop(database)));
        } catch (SQLException e) {
            refusal.ifPresent(e::addSuppressed);
            throw e;
        }
    }

    /** A server that lacks ALTER DATABASE, or a database that is gone, refuses; whether that matters, the drop shows. */
    private Optional<SQLException> disconnectEverybody(String database) {
        try {
            SqlServerStatements.run(engine.dataSource(), SqlServerDatabaseSql.disconnectEverybody(database));
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private static boolean isInUse(SQLException e) {
        return String.valueOf(e.getMessage()).contains(IN_USE);
    }
}
