package dev.palindrome.spring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.text.VisibleLog;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/** The one class that knows HikariCP, which need not be there. */
final class HikariPools {

    static final boolean IS_THERE =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", HikariPools.class.getClassLoader());

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    private HikariPools() {}

    static boolean isOne(@Nullable Class<?> type) {
        return type != null && HikariDataSource.class.isAssignableFrom(type);
    }

    /** A pool with the settings that the application's properties give to its own one. */
    static RootBeanDefinition definition(
            TestDatabase database, Optional<String> settings, ConfigurableEnvironment environment) {
        RootBeanDefinition definition = new RootBeanDefinition(HikariDataSource.class, () -> {
            HikariDataSource pool = new HikariDataSource();
            settings.ifPresent(prefix -> BootProperties.bind(environment, prefix, pool));
            lead(pool, database);
            return pool;
        });
        definition.setDestroyMethodName("close");
        return definition;
    }

    /** Has a pool that has not been used yet connect to a database, whatever its settings say. */
    static void lead(Object bean, TestDatabase database) {
        if (bean instanceof HikariDataSource pool && !pool.isRunning()) {
            if (pool.getDataSourceClassName() != null || database.engine() == EngineKind.EMBEDDED) {
                dropSettingsOfTheDriver(pool);
            }
            if (database.engine() == EngineKind.EMBEDDED) {
                dropInitSql(pool);
            }
            // With a catalog each connection would leave our database for that one.
            pool.setCatalog(null);
            pool.setSchema(null);
            pool.setDataSource(null);
            pool.setDataSourceJNDI(null);
            pool.setDriverClassName(driver(database));
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.username());
            pool.setPassword(database.password());
        }
    }

    private static void dropSettingsOfTheDriver(HikariDataSource pool) {
        if (!pool.getDataSourceProperties().isEmpty()) {
            LOG.info(
                    "The pool {} is without data-source-properties here ({}): they are another driver's.",
                    pool.getPoolName(),
                    String.join(", ", pool.getDataSourceProperties().stringPropertyNames()));
            pool.getDataSourceProperties().clear();
        }
        pool.setDataSourceClassName(null);
    }

    private static void dropInitSql(HikariDataSource pool) {
        if (pool.getConnectionInitSql() != null) {
            LOG.info(
                    "The pool {} is without connection-init-sql here ({}): it is SQL Server's.",
                    pool.getPoolName(),
                    pool.getConnectionInitSql());
            pool.setConnectionInitSql(null);
        }
    }

    private static String driver(TestDatabase database) {
        try {
            return DriverManager.getDriver(database.jdbcUrl()).getClass().getName();
        } catch (SQLException e) {
            throw new PalindromeException("There is no driver for " + database + ": " + e.getMessage(), e);
        }
    }

    /** Has a pool let go of the connections that it holds, without waiting for those that are in use. */
    static void evict(DataSource dataSource) throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            HikariPoolMXBean pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            if (pool != null) {
                pool.softEvictConnections();
            }
        }
    }
}
