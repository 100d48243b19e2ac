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

    /** At its finest level, the driver logs the URL that it is given, and of these alone no value. */
    private static final String TRUST_STORE_PASSWORD = "trustStorePassword";

    @Override
    public DataSource to(SqlServerUrl url) {
        return with(new SQLServerDataSource(), url);
    }

    @Override
    public ConnectionPoolDataSource reusableTo(SqlServerUrl url) {
        return with(new SQLServerConnectionPoolDataSource(), url);
    }

    private <T extends SQLServerDataSource> T with(T dataSource, SqlServerUrl url) {
        dataSource.setURL(url.without(TRUST_STORE_PASSWORD).text());
        url.property(TRUST_STORE_PASSWORD).ifPresent(dataSource::setTrustStorePassword);
        if (!credentials.username().isEmpty()) {
            dataSource.setUser(credentials.username());
        }
        if (!credentials.password().value().isEmpty()) {
            dataSource.setPassword(credentials.password().value());
        }
        return dataSource;
    }
}
