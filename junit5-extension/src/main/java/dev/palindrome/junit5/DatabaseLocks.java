package dev.palindrome.junit5;

import dev.palindrome.junit5.declaration.DatabaseDeclaration;
import dev.palindrome.junit5.declaration.DatabaseDeclarations;
import dev.palindrome.junit5.scope.DatabaseHosts;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Lets tests take turns that are reset on the same database. JUnit asks before anything is run, and locks what is named
 * where tests run in parallel. A nested class that shares the outer class's database takes its turn as a whole.
 */
final class DatabaseLocks implements ResourceLocksProvider {

    /** A database that a class can see, and the class that it belongs to. */
    private record Seen(Class<?> owner, DatabaseDeclaration declaration) {

        boolean isReset() {
            return declaration.annotation().reset() != ResetMode.NEVER;
        }

        /** Tests that are not reset may run together, but not while a nested class is. */
        Lock forTest() {
            return lock(
                    declaration.annotation().reset() == ResetMode.BEFORE_EACH
                            ? ResourceAccessMode.READ_WRITE
                            : ResourceAccessMode.READ);
        }

        Lock lock(ResourceAccessMode mode) {
            return new Lock("palindrome:" + owner.getName() + ":" + declaration.name(), mode);
        }
    }

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return hosted(testClass).collect(Collectors.toSet());
    }

    /** Classes that a host may give one database to take turns as a whole. That others may, too, does no harm. */
    private static Stream<Lock> hosted(Class<?> testClass) {
        return DatabaseHosts.of(testClass).isPresent()
                ? requested(testClass)
                        .map(request -> new Lock("palindrome:" + request.hashCode(), ResourceAccessMode.READ_WRITE))
                : Stream.empty();
    }

    /** What makes no sense is refused when the class is run. */
    private static Stream<DatabaseRequest> requested(Class<?> testClass) {
        try {
            return DatabaseRequest.of(testClass).stream();
        } catch (ExtensionConfigurationException e) {
            return Stream.empty();
        }
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> testClass) {
        Stream<Lock> shared = seen(enclosing, testClass, seen -> seen.isReset() && seen.owner() != testClass)
                .map(seen -> seen.lock(ResourceAccessMode.READ_WRITE));
        return Stream.concat(shared, hosted(testClass)).collect(Collectors.toSet());
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        return AnnotationSupport.isAnnotated(method, RoundTripTest.class)
                ? Set.of()
                : seen(enclosing, testClass, Seen::isReset).map(Seen::forTest).collect(Collectors.toSet());
    }

    private static Stream<Seen> seen(List<Class<?>> enclosing, Class<?> testClass, Predicate<Seen> filter) {
        List<Class<?>> outermostFirst = new ArrayList<>(enclosing);
        outermostFirst.add(testClass);
        Map<String, Seen> visible = new LinkedHashMap<>();
        outermostFirst.forEach(type ->
                declared(type).forEach((name, declaration) -> visible.put(name, new Seen(type, declaration))));
        return visible.values().stream().filter(filter);
    }

    /** What makes no sense is refused when the class is run. */
    private static Map<String, DatabaseDeclaration> declared(Class<?> type) {
        try {
            return DatabaseDeclarations.of(type);
        } catch (ExtensionConfigurationException e) {
            return Map.of();
        }
    }
}
