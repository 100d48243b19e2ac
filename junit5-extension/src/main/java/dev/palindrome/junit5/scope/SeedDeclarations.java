package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.Seed;
import dev.palindrome.junit5.Seeds;
import dev.palindrome.junit5.declaration.ClassName;
import dev.palindrome.junit5.declaration.FoundAnnotations;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The rows that a class or a method asks for, in their order. */
final class SeedDeclarations {

    private static final List<Class<? extends Annotation>> LIFECYCLE =
            List.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

    private SeedDeclarations() {}

    /** A class's own, behind those of its superclass and of its interfaces. */
    static List<SeedDeclaration> of(Class<?> testClass) {
        List<Class<?>> highestFirst =
                new ArrayList<>(FoundAnnotations.hierarchy(testClass).toList());
        Collections.reverse(highestFirst);
        return checked(highestFirst.stream().flatMap(type -> on(type, ClassName.of(type))));
    }

    /** Refuses methods that are run around tests: nobody would look for rows there. */
    static void refuseLifecycleMethods(Class<?> testClass) {
        ReflectionSupport.streamMethods(testClass, SeedDeclarations::isLifecycle, HierarchyTraversalMode.TOP_DOWN)
                .flatMap(method -> on(method, place(testClass, method)))
                .findFirst()
                .ifPresent(seed -> {
                    throw new ExtensionConfigurationException(
                            seed + ": this is no test. Put it on a test method or on the class.");
                });
    }

    private static boolean isLifecycle(Method method) {
        return LIFECYCLE.stream().anyMatch(type -> AnnotationSupport.isAnnotated(method, type));
    }

    private static String place(Class<?> testClass, Method method) {
        return ClassName.of(testClass) + "." + method.getName();
    }

    static List<SeedDeclaration> of(Class<?> testClass, Method method) {
        return checked(on(method, place(testClass, method)));
    }

    private static List<SeedDeclaration> checked(Stream<SeedDeclaration> found) {
        return found.peek(SeedDeclaration::check).toList();
    }

    private static Stream<SeedDeclaration> on(AnnotatedElement element, String place) {
        return FoundAnnotations.on(element, SeedDeclarations::unpack).stream()
                .map(annotation -> new SeedDeclaration(annotation, place));
    }

    private static List<Seed> unpack(Annotation annotation) {
        if (annotation instanceof Seeds several) {
            return List.of(several.value());
        }
        return annotation instanceof Seed one ? List.of(one) : List.of();
    }
}
