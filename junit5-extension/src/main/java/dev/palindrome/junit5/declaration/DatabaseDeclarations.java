package dev.palindrome.junit5.declaration;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.MigratedDatabases;
import dev.palindrome.production.MaskRules;
import dev.palindrome.text.VisibleText;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The databases that a class declares, itself or by way of other annotations, interfaces and superclasses. */
public final class DatabaseDeclarations {

    private DatabaseDeclarations() {}

    /** By name; of two with the same name the one nearer to the class. */
    public static Map<String, DatabaseDeclaration> of(Class<?> testClass) {
        Map<String, DatabaseDeclaration> nearest = new LinkedHashMap<>();
        FoundAnnotations.hierarchy(testClass)
                .map(DatabaseDeclarations::on)
                .forEach(declared -> declared.forEach(nearest::putIfAbsent));
        nearest.values().forEach(DatabaseDeclaration::check);
        if (!nearest.isEmpty()) {
            MaskDeclarations masks = MaskDeclarations.of(testClass).check(nearest.keySet());
            nearest.replaceAll((name, declaration) -> declaration.masked(masks.rulesFor(name)));
        }
        return nearest;
    }

    private static Map<String, DatabaseDeclaration> on(Class<?> type) {
        Map<String, DatabaseDeclaration> declared = new LinkedHashMap<>();
        for (MigratedDatabase annotation : FoundAnnotations.on(type, DatabaseDeclarations::unpack)) {
            if (declared.put(annotation.name(), new DatabaseDeclaration(annotation, type, MaskRules.none())) != null) {
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
                VisibleText.lines("%s has two databases %s. Give each @MigratedDatabase a name of its own."
                        .formatted(ClassName.of(type), name.isEmpty() ? "without a name" : "called \"" + name + "\"")));
    }
}
