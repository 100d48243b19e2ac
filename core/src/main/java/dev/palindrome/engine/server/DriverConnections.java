package dev.palindrome.engine.server;

import com.microsoft.sqlserver.jdbc.SQLServerConnectionPoolDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerDataSourceObjectFactory;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.util.List;
import javax.naming.Reference;
import javax.naming.StringRefAddr;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;

/**
 * Connections of Microsoft's driver. At its finest level it logs the URL that it is given, and what its setters are given
 * where that is not called a password. What it is told by a reference, as of JNDI, it does not log.
 *
 * @param credentials whose
 */
public record DriverConnections(Credentials credentials) implements ServerConnections {

    /** What is secret and may stand in a URL, as the driver spells it. */
    private static final List<String> SECRETS = List.of("trustStorePassword", "keyStoreSecret");

    @Override
    public DataSource to(SqlServerUrl url) {
        return with(SQLServerDataSource.class, url);
    }

    @Override
    public ConnectionPoolDataSource reusableTo(SqlServerUrl url) {
        return with(SQLServerConnectionPoolDataSource.class, url);
    }

    private <T extends SQLServerDataSource> T with(Class<T> type, SqlServerUrl url) {
        T dataSource = type.cast(knowingSecrets(type, url));
        dataSource.setURL(url.without(SECRETS).text());
        if (!credentials.username().isEmpty()) {
            dataSource.setUser(credentials.username());
        }
        if (!credentials.password().value().isEmpty()) {
            dataSource.setPassword(credentials.password().value());
        }
        return dataSource;
    }

    private static Object knowingSecrets(Class<?> type, SqlServerUrl url) {
        Reference reference = new Reference(type.getName());
        reference.add(new StringRefAddr("class", type.getName()));
        for (String secret : SECRETS) {
            url.property(secret).ifPresent(value -> reference.add(new StringRefAddr(secret, value)));
        }
        try {
            return new SQLServerDataSourceObjectFactory().getObjectInstance(reference, null, null, null);
        } catch (SQLServerException e) {
            throw new IllegalStateException("The driver does not know its own " + type.getName(), e);
        }
    }
}
