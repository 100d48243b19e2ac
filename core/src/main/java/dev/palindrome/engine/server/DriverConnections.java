package dev.palindrome.engine.server;

import com.microsoft.sqlserver.jdbc.SQLServerConnectionPoolDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;

/**
 * Connections of Microsoft's driver.
 *
 * @param credentials whose
 */
public record DriverConnections(Credentials credentials) implements ServerConnections {

    @Override
    public DataSource to(SqlServerUrl url) {
        return with(new SQLServerDataSource(), url);
    }

    @Override
    public ConnectionPoolDataSource reusableTo(SqlServerUrl url) {
        return with(new SQLServerConnectionPoolDataSource(), url);
    }

    private <T extends SQLServerDataSource> T with(T dataSource, SqlServerUrl url) {
        dataSource.setURL(url.text());
        if (!credentials.username().isEmpty()) {
            dataSource.setUser(credentials.username());
        }
        if (!credentials.password().value().isEmpty()) {
            dataSource.setPassword(credentials.password().value());
        }
        return dataSource;
    }
}
