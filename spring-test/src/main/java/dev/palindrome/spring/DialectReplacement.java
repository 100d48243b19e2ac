package dev.palindrome.spring;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * Gives Hibernate the embedded engine's dialect, where the application says none or SQL Server's: in whatever way it says so,
 * all come together in the factory of the entity manager.
 */
final class DialectReplacement implements BeanPostProcessor {

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    private static final String DIALECT = "hibernate.dialect";

    private final ContextDatabases databases;

    private final SingletonBeanRegistry beans;

    DialectReplacement(ContextDatabases databases, SingletonBeanRegistry beans) {
        this.databases = databases;
        this.beans = beans;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory && isEmbedded(factory.getDataSource())) {
            replaceDialect(factory);
        }
        return bean;
    }

    private boolean isEmbedded(@Nullable DataSource dataSource) {
        return databases.all().stream().anyMatch(DialectReplacement::isEmbedded)
                && dataSource != null
                && database(dataSource)
                        .map(DialectReplacement::isEmbedded)
                        .orElseGet(() -> leadsToOneOfThem(dataSource));
    }

    private static boolean isEmbedded(HostedDatabase database) {
        return database.database().engine() == EngineKind.EMBEDDED;
    }

    /** The one that a bean of the context is known to lead to. */
    private Optional<HostedDatabase> database(DataSource dataSource) {
        return databases.dataSources().entrySet().stream()
                .filter(bean -> beans.getSingleton(bean.getKey()) == dataSource)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Where an application has other databases, too, their dialects are its own business. */
    private boolean leadsToOneOfThem(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return databases.all().stream()
                    .filter(DialectReplacement::isEmbedded)
                    .anyMatch(each -> withoutOptions(each.database().jdbcUrl()).equals(withoutOptions(url)));
        } catch (SQLException | RuntimeException e) {
            // Hibernate is about to meet the same, and to say so.
            return false;
        }
    }

    private static String withoutOptions(String url) {
        return url.split(";", 2)[0];
    }

    private void replaceDialect(LocalContainerEntityManagerFactoryBean factory) {
        Object said = properties(factory).get(DIALECT);
        if (said == null || isSqlServers(said)) {
            factory.getJpaPropertyMap().put(DIALECT, EmbeddedDialect.class.getName());
        }
        if (said != null && isSqlServers(said)) {
            LOG.info(
                    "hibernate.dialect is {} here, and not {}: the embedded engine is H2.",
                    EmbeddedDialect.class.getName(),
                    name(said));
        }
    }

    /** As the factory will put them together. */
    private static Map<String, Object> properties(LocalContainerEntityManagerFactoryBean factory) {
        Map<String, Object> properties = new HashMap<>();
        if (factory.getJpaVendorAdapter() != null) {
            properties.putAll(factory.getJpaVendorAdapter().getJpaPropertyMap());
        }
        properties.putAll(factory.getJpaPropertyMap());
        return properties;
    }

    /** A team's own dialect is one, too, if it is built on SQL Server's. */
    private static boolean isSqlServers(Object dialect) {
        return namesSqlServer(name(dialect)) || hasSuperclassOfSqlServers(name(dialect));
    }

    private static String name(Object dialect) {
        return dialect instanceof Class<?> type ? type.getName() : dialect.toString();
    }

    private static boolean hasSuperclassOfSqlServers(String name) {
        try {
            Class<?> type = ClassUtils.forName(name, ClassUtils.getDefaultClassLoader());
            while (type != null && !namesSqlServer(type.getName())) {
                type = type.getSuperclass();
            }
            return type != null;
        } catch (ClassNotFoundException e) {
            // Hibernate knows some by short names, and says which it does not know.
            return false;
        }
    }

    private static boolean namesSqlServer(String name) {
        return name.toUpperCase(Locale.ROOT).contains("SQLSERVER");
    }
}
