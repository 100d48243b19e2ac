package dev.palindrome.junit5;

import dev.palindrome.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The databases that one test works on, the same from its constructor to its last {@code @AfterEach} whatever other tests
 * do meanwhile.
 */
final class TestScope implements Resource {

    /** Stores are asked for what is not theirs by those below them, so that a plain key would find another test's scope. */
    private record Key(String test) {}

    private final ExtensionContext context;
    private final Map<ClassDatabase, SharedDatabase> entered = new LinkedHashMap<>();
    private Optional<Throwable> dynamicFailure = Optional.empty();

    private TestScope(ExtensionContext context) {
        this.context = context;
    }

    /** The scope of the test that a context belongs to, always the same object. */
    static TestScope of(ExtensionContext context) {
        return ClassScope.store(context)
                .getOrComputeIfAbsent(new Key(context.getUniqueId()), key -> new TestScope(context), TestScope.class);
    }

    /** The scope of the test whose method made a dynamic test. */
    static TestScope around(ExtensionContext dynamicTest) {
        return dynamicTest
                .getParent()
                .filter(parent -> parent.getTestMethod().isEmpty())
                .map(TestScope::around)
                .orElseGet(() -> of(dynamicTest.getParent().orElseThrow()));
    }

    /** Enters all databases that the test can see: any of them may be what a failure is about. */
    void start(ClassScope scope) {
        scope.visible().values().forEach(this::database);
    }

    synchronized TestDatabase database(ClassDatabase database) {
        return entered.computeIfAbsent(database, ClassDatabase::enter).database();
    }

    /** Takes note of what JUnit does not count among the failures of the method that made the dynamic test. */
    synchronized void dynamicTestFailed(Throwable failure) {
        dynamicFailure = dynamicFailure.or(() -> Optional.of(failure).filter(Failure::isFailure));
    }

    @Override
    public synchronized void close() {
        Failure.of(context).or(() -> dynamicFailure).ifPresent(this::keepAfter);
        entered.forEach(ClassDatabase::leave);
    }

    private void keepAfter(Throwable failure) {
        entered.forEach((database, shared) -> database.keepAfter(failure, shared));
    }
}
