package dev.palindrome.junit5.declaration;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Repeatable annotations where they stand.
 *
 * <p>JUnit's {@code AnnotationSupport} is no help here: of a repeatable annotation it returns the superclass's and the
 * class's own in one list, equal ones once, so that replacing cannot be told from declaring twice.
 */
public final class FoundAnnotations {

    private FoundAnnotations() {}

    /** The class itself, then its interfaces, then its superclass, each with what is above it. */
    public static Stream<Class<?>> hierarchy(Class<?> type) {
        return above(type).distinct();
    }

    private static Stream<Class<?>> above(Class<?> type) {
        Stream<Class<?>> parents =
                Stream.concat(Arrays.stream(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
        return Stream.concat(Stream.of(type), parents.flatMap(FoundAnnotations::above));
    }

    /**
     * What stands on one element, itself or by way of other annotations, in the order written.
     *
     * @param unpack the wanted annotations that an annotation is, or holds
     */
    public static <A extends Annotation> List<A> on(AnnotatedElement element, Function<Annotation, List<A>> unpack) {
        List<A> found = new ArrayList<>();
        collect(element, unpack, found, new HashSet<>());
        return found;
    }

    private static <A extends Annotation> void collect(
            AnnotatedElement element, Function<Annotation, List<A>> unpack, List<A> found, Set<Class<?>> seen) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            List<A> wanted = unpack.apply(annotation);
            found.addAll(wanted);
            if (wanted.isEmpty() && seen.add(annotation.annotationType())) {
                collect(annotation.annotationType(), unpack, found, seen);
            }
        }
    }
}
