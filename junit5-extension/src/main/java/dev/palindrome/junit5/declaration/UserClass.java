package dev.palindrome.junit5.declaration;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;

/** A class of the user's that an annotation names, and that there is to be an instance of. */
public final class UserClass {

    private UserClass() {}

    /**
     * Why there can be no instance of it, if that is so.
     *
     * @param what it is, such as {@code seeder}
     */
    public static Optional<String> whyNot(String what, Class<?> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            return Optional.of(refusal(what, type, "it is abstract", "Name a class that can be instantiated"));
        }
        if (type.isLocalClass() || type.isAnonymousClass()) {
            return Optional.of(
                    refusal(what, type, "it is declared inside a method", "Make it top-level or static nested"));
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            return Optional.of(refusal(what, type, "it belongs to an instance of its outer class", "Make it static"));
        }
        return hasConstructor(type)
                ? Optional.empty()
                : Optional.of(refusal(what, type, "it has no constructor without arguments", "Give it one"));
    }

    public static <T> T instantiate(Class<T> type) {
        return ReflectionSupport.newInstance(type);
    }

    private static boolean hasConstructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    private static String refusal(String what, Class<?> type, String reason, String remedy) {
        return "the %s %s cannot be made, because %s. %s.".formatted(what, type.getName(), reason, remedy);
    }
}
