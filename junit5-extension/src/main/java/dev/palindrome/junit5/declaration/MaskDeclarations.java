package dev.palindrome.junit5.declaration;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.Mask;
import dev.palindrome.production.MaskRules;
import dev.palindrome.text.VisibleText;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What becomes of personal data in the databases of a class: what its package says, what it inherits, and what it says. */
final class MaskDeclarations {

    private final List<Found> found = new ArrayList<>();

    private MaskDeclarations() {}

    /**
     * One annotation.
     *
     * @param annotation itself
     * @param place where it stands, for messages
     */
    private record Found(Mask annotation, String place) {

        /** What is wrong in them is the class's fault alone: JUnit asks before it runs any class. */
        MaskRules rules() {
            try {
                MaskRules rules = MaskRules.none();
                for (String file : annotation.files()) {
                    rules = rules.and(MaskRules.of(file));
                }
                return rules.and(MaskRules.parse(place, String.join("\n", annotation.value())));
            } catch (PalindromeException e) {
                throw new ExtensionConfigurationException(VisibleText.lines(e.getMessage()), e);
            }
        }
    }

    static MaskDeclarations of(Class<?> testClass) {
        MaskDeclarations declarations = new MaskDeclarations();
        declarations.add(testClass.getPackage(), "@Mask on the package " + testClass.getPackageName());
        List<Class<?>> highestFirst =
                new ArrayList<>(FoundAnnotations.hierarchy(testClass).toList());
        Collections.reverse(highestFirst);
        highestFirst.forEach(type -> declarations.add(type, "@Mask on " + ClassName.of(type)));
        return declarations;
    }

    private void add(AnnotatedElement element, String place) {
        FoundAnnotations.on(element, MaskDeclarations::unpack).forEach(mask -> found.add(new Found(mask, place)));
    }

    private static List<Mask> unpack(Annotation annotation) {
        return annotation instanceof Mask mask ? List.of(mask) : List.of();
    }

    /** Refuses the name of a database that the class does not have, unless all of its package share the annotation. */
    MaskDeclarations check(Collection<String> databases) {
        for (Found each : found) {
            String name = each.annotation().database();
            boolean shared = each.place().startsWith("@Mask on the package ");
            if (!name.isEmpty() && !shared && !databases.isEmpty() && !databases.contains(name)) {
                throw new ExtensionConfigurationException(VisibleText.lines(
                        "%s: there is no database \"%s\". Name one of the class's, or leave database out for all of them."
                                .formatted(each.place(), name)));
            }
        }
        return this;
    }

    /** The rules for one database. */
    MaskRules rulesFor(String database) {
        return found.stream()
                .filter(each -> each.annotation().database().isEmpty()
                        || each.annotation().database().equals(database))
                .map(Found::rules)
                .reduce(MaskRules.none(), MaskRules::and);
    }
}
