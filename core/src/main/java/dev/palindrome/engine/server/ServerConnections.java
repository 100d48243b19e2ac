package dev.palindrome.engine.server;

import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;

/** Opens connections to a server, each to the database that a URL names. */
public interface ServerConnections {

    /** Opens one for whoever asks. */
    DataSource to(SqlServerUrl url);

    /** Opens such as can be used again. */
    ConnectionPoolDataSource reusableTo(SqlServerUrl url);
}
