package dev.palindrome.spring;

import dev.palindrome.junit5.DatabaseRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/**
 * Makes the databases of an application context before the context is refreshed. Spring gives classes one context only where
 * their customizers are equal, and these are where the classes ask for the same: so a context has its databases as long as it
 * lives, and nobody else has.
 *
 * @param requests the databases that the class asks for
 */
record PalindromeContextCustomizer(List<DatabaseRequest> requests) implements ContextCustomizer {

    private static final List<String> HIBERNATE = List.of(
            "org.hibernate.dialect.H2Dialect", "org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ContextDatabases databases = ofParent(configuration).orElseGet(() -> start(context, configuration));
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        new ContextProperties(databases).addTo(context.getEnvironment());
        BootBeans.register(beans, databases, context.getClassLoader());
        context.addBeanFactoryPostProcessor(new DataSourceReplacement(databases, context.getEnvironment()));
        if (HIBERNATE.stream().allMatch(type -> ClassUtils.isPresent(type, context.getClassLoader()))) {
            beans.addBeanPostProcessor(new DialectReplacement(databases, beans));
        }
    }

    private ContextDatabases start(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ContextDatabases databases =
                ContextDatabases.start(requests, context.getEnvironment(), configuration.getTestClass());
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton(ContextDatabases.BEAN_NAME, databases);
        // Spring destroys last what was registered first: the application's pools are closed by then.
        beans.registerDisposableBean(ContextDatabases.BEAN_NAME, databases::close);
        return databases;
    }

    /** The contexts of a hierarchy share what the class asks for. */
    private static Optional<ContextDatabases> ofParent(MergedContextConfiguration configuration) {
        ApplicationContext parent = configuration.getParentApplicationContext();
        return Optional.ofNullable(parent)
                .map(context -> context.getBeanProvider(ContextDatabases.class).getIfAvailable());
    }
}
