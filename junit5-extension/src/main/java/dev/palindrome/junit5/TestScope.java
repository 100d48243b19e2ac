package dev.palindrome.junit5;

import dev.palindrome.TestDatabase;
import dev.palindrome.reset.ResetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The databases that one test works on, the same from its constructor to its last {@code @AfterEach} whatever other tests
 * do meanwhile.
 */
final class TestScope implements Resource {

    /** Stores are asked for what is not theirs by those below them, so that a plain key would find another test's scope. */
    private record Key(String test) {}

    private final ExtensionContext context;
    private final Map<ClassDatabase, SharedDatabase> entered = new LinkedHashMap<>();
    private boolean started;
    private boolean waiting;
    private List<SeedDeclaration> seeds = List.of();
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

    /** Starts before the test's instance is made, unless the test may be skipped: then nothing is put in for it yet. */
    synchronized void prepare() {
        waiting = !started && Conditions.mayDisable(context.getRequiredTestMethod());
        startUnlessWaiting();
    }

    private void startUnlessWaiting() {
        if (!waiting) {
            start();
        }
    }

    /**
     * Enters all databases that the test can see, because any of them may be what a failure is about, and puts in the rows
     * that its method asks for. Does so once.
     */
    synchronized void start() {
        if (!started) {
            started = true;
            waiting = false;
            seeds = SeedDeclarations.of(context.getRequiredTestClass(), context.getRequiredTestMethod());
            scope().visible().values().forEach(this::enter);
            seeds.forEach(seed -> enter(seed.choose(scope())).seed(seed.plan()));
        }
    }

    synchronized TestDatabase database(ClassDatabase database) {
        startUnlessWaiting();
        return enter(database);
    }

    private TestDatabase enter(ClassDatabase database) {
        return entered.computeIfAbsent(database, absent -> absent.enter(scope(), resetFor()))
                .database();
    }

    /** Nobody where the test is about databases of its own. */
    private Optional<String> resetFor() {
        boolean isRoundTrip = AnnotationSupport.isAnnotated(context.getTestMethod(), RoundTripTest.class);
        return isRoundTrip && seeds.isEmpty() ? Optional.empty() : Optional.of(TestName.of(context));
    }

    private ClassScope scope() {
        return ClassScope.of(context);
    }

    /** Takes note of what JUnit does not count among the failures of the method that made the dynamic test. */
    synchronized void dynamicTestFailed(Throwable failure) {
        dynamicFailure = dynamicFailure.or(() -> Optional.of(failure).filter(Failure::isFailure));
    }

    @Override
    public synchronized void close() {
        try {
            reportLeaks();
        } finally {
            explainAndLeave();
        }
    }

    private void explainAndLeave() {
        try {
            Failure.of(context).or(() -> dynamicFailure).ifPresent(this::explain);
        } finally {
            entered.forEach(ClassDatabase::leave);
        }
    }

    private void reportLeaks() {
        LeakReport.of(context, scope().settings())
                .ifPresent(report -> resetFor()
                        .ifPresent(test -> entered.forEach((database, shared) ->
                                leak(test, database, shared).ifPresent(report::add))));
    }

    private Optional<Leak> leak(String test, ClassDatabase database, SharedDatabase shared) {
        try {
            return database.changes(scope(), shared).map(report -> Leak.of(test, report));
        } catch (ResetException e) {
            return Optional.of(Leak.of(test, e));
        }
    }

    private void explain(Throwable failure) {
        entered.forEach((database, shared) -> database.keepAfter(failure, shared));
        if (scope().isSeeded() || !seeds.isEmpty()) {
            RandomSeedShown.addTo(failure, scope().settings());
        }
    }
}
