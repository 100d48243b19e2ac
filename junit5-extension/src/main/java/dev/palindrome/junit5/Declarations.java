package dev.palindrome.junit5;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The databases that a class declares, itself or by way of other annotations, interfaces and superclasses. */
final class Declarations {

    private Declarations() {}

    /** By name; of two with the same name the one nearer to the class. */
    static Map<String, Declaration> of(Class<?> testClass) {
        Map<String, Declaration> nearest = new LinkedHashMap<>();
        FoundAnnotations.hierarchy(testClass)
                .map(Declarations::on)
                .forEach(declared -> declared.forEach(nearest::putIfAbsent));
        nearest.values().forEach(Declaration::check);
        return nearest;
    }

    private static Map<String, Declaration> on(Class<?> type) {
        Map<String, Declaration> declared = new LinkedHashMap<>();
        for (MigratedDatabase annotation : FoundAnnotations.on(type, Declarations::unpack)) {
            if (declared.put(annotation.name(), new Declaration(annotation, type)) != null) {
                throw declaredTwice(type, annotation.name());
            }
        }
        return declared;
    }

    private static List<MigratedDatabase> unpack(Annotation annotation) {
        if (annotation instanceof MigratedDatabases several) {
            return List.of(several.value());
        }
        return annotation instanceof MigratedDatabase one ? List.of(one) : List.of();
    }

    private static ExtensionConfigurationException declaredTwice(Class<?> type, String name) {
        return new ExtensionConfigurationException(
                "%s has two databases %s. Give each @MigratedDatabase a name of its own."
                        .formatted(ClassName.of(type), name.isEmpty() ? "without a name" : "called \"" + name + "\""));
    }
}
