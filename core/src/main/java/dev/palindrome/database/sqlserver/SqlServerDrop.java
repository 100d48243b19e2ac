package dev.palindrome.database.sqlserver;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Drops a database under whoever is still connected to it. */
final class SqlServerDrop {

    private final DataSource server;

    SqlServerDrop(DataSource server) {
        this.server = server;
    }

    void drop(String database) throws SQLException {
        SqlServerEviction eviction = new SqlServerEviction(server, database);
        Retry.whileRefused(SqlServerEviction::isPassing, () -> eviction.run(SqlServerDatabaseSql.drop(database)));
    }
}
