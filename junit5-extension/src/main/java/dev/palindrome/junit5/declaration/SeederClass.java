package dev.palindrome.junit5.declaration;

import dev.palindrome.seed.Seeder;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;

/** A class that an annotation names as a seeder. */
public final class SeederClass {

    private SeederClass() {}

    /** Why there can be no instance of it, if that is so. */
    public static Optional<String> whyNot(Class<? extends Seeder> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            return Optional.of(refusal(type, "it is abstract", "Name a class that can be instantiated"));
        }
        if (type.isLocalClass() || type.isAnonymousClass()) {
            return Optional.of(refusal(type, "it is declared inside a method", "Make it top-level or static nested"));
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            return Optional.of(refusal(type, "it belongs to an instance of its outer class", "Make it static"));
        }
        return hasConstructor(type)
                ? Optional.empty()
                : Optional.of(refusal(type, "it has no constructor without arguments", "Give it one"));
    }

    public static Seeder instantiate(Class<? extends Seeder> type) {
        return ReflectionSupport.newInstance(type);
    }

    private static boolean hasConstructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    private static String refusal(Class<?> type, String reason, String remedy) {
        return "the seeder %s cannot be made, because %s. %s.".formatted(type.getName(), reason, remedy);
    }
}
