package dev.palindrome.junit5;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The databases that a class declares, itself or by way of other annotations, interfaces and superclasses.
 *
 * <p>JUnit's {@code AnnotationSupport} is no help here: of a repeatable annotation it returns the superclass's and the
 * class's own in one list, equal ones once, so that replacing cannot be told from declaring twice.
 */
final class Declarations {

    private Declarations() {}

    /** By name; of two with the same name the one nearer to the class. */
    static Map<String, Declaration> of(Class<?> testClass) {
        Map<String, Declaration> nearest = new LinkedHashMap<>();
        hierarchy(testClass)
                .distinct()
                .map(Declarations::on)
                .forEach(declared -> declared.forEach(nearest::putIfAbsent));
        nearest.values().forEach(Declaration::check);
        return nearest;
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Arrays.stream(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
        return Stream.concat(Stream.of(type), above.flatMap(Declarations::hierarchy));
    }

    private static Map<String, Declaration> on(Class<?> type) {
        List<MigratedDatabase> found = new ArrayList<>();
        collect(type.getDeclaredAnnotations(), found, new HashSet<>());
        Map<String, Declaration> declared = new LinkedHashMap<>();
        for (MigratedDatabase annotation : found) {
            if (declared.put(annotation.name(), new Declaration(annotation, type)) != null) {
                throw declaredTwice(type, annotation.name());
            }
        }
        return declared;
    }

    private static void collect(Annotation[] annotations, List<MigratedDatabase> found, Set<Class<?>> seen) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof MigratedDatabase one) {
                found.add(one);
            } else if (annotation instanceof MigratedDatabases several) {
                found.addAll(List.of(several.value()));
            } else if (seen.add(annotation.annotationType())) {
                collect(annotation.annotationType().getDeclaredAnnotations(), found, seen);
            }
        }
    }

    private static ExtensionConfigurationException declaredTwice(Class<?> type, String name) {
        return new ExtensionConfigurationException(
                "%s has two databases %s. Give each @MigratedDatabase a name of its own."
                        .formatted(ClassName.of(type), name.isEmpty() ? "without a name" : "called \"" + name + "\""));
    }
}
