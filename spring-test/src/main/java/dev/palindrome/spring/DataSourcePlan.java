package dev.palindrome.spring;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.HostedDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Which data sources of an application context are to lead to which of its databases.
 *
 * @param databases by the name of the bean
 * @param left the beans that stay what the application says they are
 */
record DataSourcePlan(Map<String, HostedDatabase> databases, List<String> left) {

    static DataSourcePlan of(DefaultListableBeanFactory beans, ContextDatabases databases) {
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
                .ifPresent(main -> mainBean(beans, left, main).ifPresent(bean -> plan.put(bean, main)));
        left.removeAll(plan.keySet());
        return new DataSourcePlan(Collections.unmodifiableMap(plan), List.copyOf(left));
    }

    private static boolean isCalled(DefaultListableBeanFactory beans, String bean, String name) {
        return !name.isEmpty()
                && (bean.equals(name)
                        || BeanMethod.of(beans, bean)
                                .flatMap(BeanMethod::qualifier)
                                .equals(Optional.of(name)));
    }

    /** The one that who asks for a data source, and says no more, is given. */
    private static Optional<String> mainBean(
            DefaultListableBeanFactory beans, List<String> all, HostedDatabase database) {
        List<String> candidates = those(all, beans, DataSourcePlan::isForEverybody);
        if (candidates.size() < 2) {
            return candidates.stream().findFirst().or(() -> all.stream().findFirst());
        }
        List<String> primary = those(candidates, beans, BeanDefinition::isPrimary);
        return Optional.of(primary.stream()
                .findFirst()
                .orElseThrow(() -> new PalindromeException("The application context has the data sources "
                        + String.join(", ", candidates) + ", and nothing says which of them is to lead to "
                        + database + ". Give @MigratedDatabase the name of one of them.")));
    }

    private static List<String> those(
            List<String> names, DefaultListableBeanFactory beans, Predicate<BeanDefinition> filter) {
        return names.stream()
                .filter(name -> filter.test(beans.getBeanDefinition(name)))
                .toList();
    }

    private static boolean isForEverybody(BeanDefinition definition) {
        return definition.isAutowireCandidate()
                && !definition.isFallback()
                && (!(definition instanceof AbstractBeanDefinition bean) || bean.isDefaultCandidate());
    }
}
