package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.roundtrip.RoundTrip;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Who is given a {@link RoundTrip} in a {@link RoundTripTest}: the method, the methods around it, the constructors. */
final class RoundTripReceivers {

    private RoundTripReceivers() {}

    /** Whether anybody is: otherwise nothing in the test can fail. */
    static boolean areIn(ExtensionContext test) {
        return Stream.concat(Stream.of(test.getRequiredTestMethod()), around(Optional.of(test.getRequiredTestClass())))
                .flatMap(receiver -> Arrays.stream(receiver.getParameterTypes()))
                .anyMatch(RoundTrip.class::equals);
    }

    private static Stream<Executable> around(Optional<Class<?>> testClass) {
        return testClass.stream()
                .flatMap(type -> Stream.of(
                                Arrays.stream(type.getDeclaredConstructors()),
                                ReflectionSupport.streamMethods(
                                        type,
                                        method -> AnnotationSupport.isAnnotated(method, BeforeEach.class)
                                                || AnnotationSupport.isAnnotated(method, AfterEach.class),
                                        HierarchyTraversalMode.TOP_DOWN),
                                around(Optional.ofNullable(type.getEnclosingClass())))
                        .flatMap(receivers -> receivers));
    }
}
