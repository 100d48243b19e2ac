package dev.palindrome.spring;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.type.MethodMetadata;

/**
 * The {@code @Bean} method that a bean is defined by, which is not run.
 *
 * @param method the method
 */
record BeanMethod(MethodMetadata method) {

    /** The same in every Spring Boot. */
    private static final String CONFIGURATION_PROPERTIES =
            "org.springframework.boot.context.properties.ConfigurationProperties";

    static Optional<BeanMethod> of(DefaultListableBeanFactory beans, String name) {
        return beans.getBeanDefinition(name) instanceof AnnotatedBeanDefinition annotated
                ? Optional.ofNullable(annotated.getFactoryMethodMetadata()).map(BeanMethod::new)
                : Optional.empty();
    }

    /** Whether Spring Boot makes its pool of connections by it: that one asks where to connect, see {@link BootBeans}. */
    boolean isOfBootsPool() {
        String type = method.getDeclaringClassName();
        return type.startsWith("org.springframework.boot.") && type.contains(".DataSourceConfiguration$");
    }

    Optional<String> qualifier() {
        return attribute(Qualifier.class.getName(), "value");
    }

    /** Where in the application's properties the bean's settings stand. */
    Optional<String> settingsPrefix() {
        return attribute(CONFIGURATION_PROPERTIES, "prefix").or(() -> attribute(CONFIGURATION_PROPERTIES, "value"));
    }

    private Optional<String> attribute(String annotation, String name) {
        Map<String, Object> attributes = method.getAnnotationAttributes(annotation);
        return Optional.ofNullable(attributes)
                .map(all -> all.get(name))
                .map(Object::toString)
                .filter(value -> !value.isEmpty());
    }
}
