package dev.palindrome.production.mask;

import dev.palindrome.location.Location;
import dev.palindrome.production.MaskException;
import dev.palindrome.production.MaskFunction;
import java.lang.reflect.Constructor;
import java.util.Optional;

/** Makes the masking functions of users by the names of their classes. */
public final class CustomMask {

    private CustomMask() {}

    /** What is wrong with a class, as the end of a sentence; empty where one can be made. */
    static Optional<String> refusal(String className) {
        try {
            make(className);
            return Optional.empty();
        } catch (MaskException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Makes one.
     *
     * @param className its binary name
     * @throws MaskException if there is no such class, or it is none of these
     */
    public static MaskFunction make(String className) {
        try {
            Class<?> type = Class.forName(className, true, Location.contextClassLoader());
            if (!MaskFunction.class.isAssignableFrom(type)) {
                throw new MaskException("the class %s is no %s. Let it implement that one"
                        .formatted(className, MaskFunction.class.getName()));
            }
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (MaskFunction) constructor.newInstance();
        } catch (ClassNotFoundException e) {
            throw new MaskException(
                    "there is no class %s on the class path. Name a class with its package, or a kind"
                            .formatted(className),
                    e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MaskException(
                    "the class %s cannot be made: it needs a constructor without parameters that throws nothing"
                            .formatted(className),
                    e);
        }
    }
}
