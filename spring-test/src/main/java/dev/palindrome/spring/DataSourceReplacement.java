package dev.palindrome.spring;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.text.VisibleLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.type.MethodMetadata;

/**
 * Puts connections to Palindrome's databases in the place of data sources that would lead elsewhere. The pool that Spring Boot
 * makes is left alone: it asks where to connect, see {@link BootBeans}.
 */
final class DataSourceReplacement implements BeanFactoryPostProcessor {

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    private final ContextDatabases databases;

    DataSourceReplacement(ContextDatabases databases) {
        this.databases = databases;
    }

    /** Beans that are made before this is run are nobody's data sources: Spring makes no other beans by then. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
        plan(beans).forEach((bean, database) -> replace(beans, bean, database));
    }

    /** Which bean leads to which database. Beans that are not in it stay what they are. */
    private Map<String, HostedDatabase> plan(DefaultListableBeanFactory beans) {
        List<String> left = new ArrayList<>(Arrays.asList(beans.getBeanNamesForType(DataSource.class, true, false)));
        left.removeIf(name -> !beans.containsBeanDefinition(name));
        Map<String, HostedDatabase> plan = new LinkedHashMap<>();
        for (HostedDatabase database : databases.all()) {
            left.stream()
                    .filter(bean -> isCalled(beans, bean, database.request().name()))
                    .findFirst()
                    .ifPresent(bean -> plan.put(bean, database));
        }
        left.removeAll(plan.keySet());
        databases
                .main()
                .filter(main -> !plan.containsValue(main))
                .ifPresent(main -> mainBean(beans, left).ifPresent(bean -> plan.put(bean, main)));
        return plan;
    }

    private static boolean isCalled(DefaultListableBeanFactory beans, String bean, String name) {
        return !name.isEmpty()
                && (bean.equals(name)
                        || qualifier(beans.getBeanDefinition(bean)).equals(Optional.of(name)));
    }

    private Optional<String> mainBean(DefaultListableBeanFactory beans, List<String> candidates) {
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        return Optional.of(candidates.stream()
                .filter(name -> beans.getBeanDefinition(name).isPrimary())
                .findFirst()
                .orElseThrow(() -> new PalindromeException("The application context has the data sources "
                        + String.join(", ", candidates) + ", and nothing says which of them is to lead to "
                        + databases + ". Give @MigratedDatabase the name of one of them.")));
    }

    private static void replace(DefaultListableBeanFactory beans, String name, HostedDatabase database) {
        BeanDefinition old = beans.getBeanDefinition(name);
        if (isBootsPool(old)) {
            return;
        }
        RootBeanDefinition ours = new RootBeanDefinition(
                DataSource.class, () -> database.database().dataSource());
        ours.setPrimary(old.isPrimary());
        qualifier(old).ifPresent(value -> ours.addQualifier(new AutowireCandidateQualifier(Qualifier.class, value)));
        beans.removeBeanDefinition(name);
        beans.registerBeanDefinition(name, ours);
        LOG.info("The bean {} leads to {}, and is not what the application says it is.", name, database.database());
    }

    private static boolean isBootsPool(BeanDefinition definition) {
        return factoryMethod(definition)
                .map(MethodMetadata::getDeclaringClassName)
                .filter(type ->
                        type.startsWith("org.springframework.boot.") && type.contains(".DataSourceConfiguration$"))
                .isPresent();
    }

    private static Optional<String> qualifier(BeanDefinition definition) {
        return factoryMethod(definition)
                .map(method -> method.getAnnotationAttributes(Qualifier.class.getName()))
                .map(attributes -> attributes.get("value"))
                .map(Object::toString);
    }

    private static Optional<MethodMetadata> factoryMethod(BeanDefinition definition) {
        return definition instanceof AnnotatedBeanDefinition annotated
                ? Optional.ofNullable(annotated.getFactoryMethodMetadata())
                : Optional.empty();
    }
}
