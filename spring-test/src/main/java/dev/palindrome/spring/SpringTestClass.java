package dev.palindrome.spring;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Which test classes have an application context. */
final class SpringTestClass {

    private SpringTestClass() {}

    /** Whether it says so itself, or by way of superclasses, other annotations, or the classes around a nested one. */
    static boolean is(Class<?> testClass) {
        return isAnnotated(testClass) || isExtended(testClass);
    }

    private static boolean isAnnotated(Class<?> testClass) {
        return List.of(ContextConfiguration.class, ContextHierarchy.class, BootstrapWith.class).stream()
                .anyMatch(type -> TestContextAnnotationUtils.findAnnotationDescriptor(testClass, type) != null);
    }

    private static boolean isExtended(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
                .flatMap(extension -> List.of(extension.value()).stream())
                .anyMatch(SpringExtension.class::isAssignableFrom);
    }
}
