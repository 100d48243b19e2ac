package dev.palindrome.junit5.declaration;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;

/** Annotations on a method by which JUnit decides whether to run it: {@code @Disabled}, and all that bring a condition. */
public final class ExecutionConditions {

    private ExecutionConditions() {}

    public static boolean mayDisable(Method method) {
        return AnnotationSupport.isAnnotated(method, Disabled.class)
                || AnnotationSupport.findRepeatableAnnotations(method, ExtendWith.class).stream()
                        .flatMap(extensions -> Arrays.stream(extensions.value()))
                        .anyMatch(ExecutionCondition.class::isAssignableFrom);
    }
}
