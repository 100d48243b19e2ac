package dev.palindrome.spring;

import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.text.VisibleLog;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Puts connections to Palindrome's databases in the place of data sources that would lead elsewhere. What the application
 * says of them is not run, because it may connect.
 */
final class DataSourceReplacement implements BeanFactoryPostProcessor {

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    private final ContextDatabases databases;
    private final ConfigurableEnvironment environment;

    DataSourceReplacement(ContextDatabases databases, ConfigurableEnvironment environment) {
        this.databases = databases;
        this.environment = environment;
    }

    /** Beans that are made before this is run are nobody's data sources: Spring makes no other beans by then. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
        DataSourcePlan plan = DataSourcePlan.of(beans, databases);
        plan.databases().forEach((bean, database) -> lead(beans, bean, database));
        databases.ledBy(plan.databases());
        databases.all().forEach(database -> database.database().onConnectionsEnded(new ConnectionEviction(beans)));
        sayWhatIsLeft(plan);
    }

    private void lead(DefaultListableBeanFactory beans, String name, HostedDatabase database) {
        if (isBootsPool(beans, name) && databases.main().equals(Optional.of(database))) {
            beans.addBeanPostProcessor(new BootsPool(name, database));
        } else {
            replace(beans, name, database);
        }
    }

    private static boolean isBootsPool(DefaultListableBeanFactory beans, String name) {
        return BeanMethod.of(beans, name).filter(BeanMethod::isOfBootsPool).isPresent();
    }

    /** It has been told where to connect, but its other settings may be SQL Server's alone, or say more. */
    private record BootsPool(String name, HostedDatabase database) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            if (beanName.equals(name) && HikariPools.IS_THERE) {
                HikariPools.lead(bean, database.database());
            }
            return bean;
        }
    }

    private void replace(DefaultListableBeanFactory beans, String name, HostedDatabase database) {
        BeanDefinition old = beans.getBeanDefinition(name);
        RootBeanDefinition ours = replacement(beans, name, database);
        ours.setPrimary(old.isPrimary());
        ours.setFallback(old.isFallback());
        ours.setAutowireCandidate(old.isAutowireCandidate());
        if (old instanceof AbstractBeanDefinition bean) {
            ours.setDefaultCandidate(bean.isDefaultCandidate());
        }
        BeanMethod.of(beans, name)
                .flatMap(BeanMethod::qualifier)
                .ifPresent(value -> ours.addQualifier(new AutowireCandidateQualifier(Qualifier.class, value)));
        beans.removeBeanDefinition(name);
        beans.registerBeanDefinition(name, ours);
        LOG.info("The bean {} leads to {}, and is not what the application says it is.", name, database.database());
    }

    /** A pool of HikariCP's where the application says that it is one, for who asks for that type. */
    private RootBeanDefinition replacement(DefaultListableBeanFactory beans, String name, HostedDatabase database) {
        return HikariPools.IS_THERE && HikariPools.isOne(beans.getType(name, false))
                ? HikariPools.definition(
                        database.database(),
                        BeanMethod.of(beans, name).flatMap(BeanMethod::settingsPrefix),
                        environment)
                : new RootBeanDefinition(
                        DataSource.class, () -> database.database().dataSource());
    }

    private void sayWhatIsLeft(DataSourcePlan plan) {
        plan.left()
                .forEach(name -> LOG.warn(
                        "The data source {} of the application context leads where the application says, and not to {}. For"
                                + " a database of its own, add @MigratedDatabase(name = \"{}\").",
                        name,
                        databases,
                        name));
    }
}
