package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.junit5.declaration.ExecutionConditions;
import dev.palindrome.junit5.declaration.TestFailure;
import dev.palindrome.junit5.declaration.TestName;
import dev.palindrome.progress.TimeSpent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The databases that one test works on, the same from its constructor to its last {@code @AfterEach} whatever other tests
 * do meanwhile.
 */
public final class TestScope implements StoredResource {

    /** Stores are asked for what is not theirs by those below them, so that a plain key would find another test's scope. */
    private record Key(String test) {}

    private final ExtensionContext context;
    private final Map<ClassDatabase, SharedDatabase> entered = new LinkedHashMap<>();
    private boolean prepared;
    private boolean started;
    private Optional<RuntimeException> failure = Optional.empty();
    private List<SeedDeclaration> seeds = List.of();
    private Optional<LeakWatch> leaks = Optional.empty();
    private Optional<Throwable> dynamicFailure = Optional.empty();

    private TestScope(ExtensionContext context) {
        this.context = context;
    }

    /** The scope of the test that a context belongs to, always the same object. */
    public static TestScope of(ExtensionContext context) {
        return ClassScope.store(context)
                .getOrComputeIfAbsent(new Key(context.getUniqueId()), key -> new TestScope(context), TestScope.class);
    }

    /** The scope of the test whose method made a dynamic test. */
    public static TestScope around(ExtensionContext dynamicTest) {
        return dynamicTest
                .getParent()
                .filter(parent -> parent.getTestMethod().isEmpty())
                .map(TestScope::around)
                .orElseGet(() -> of(dynamicTest.getParent().orElseThrow()));
    }

    /**
     * Before the test's instance is made: lets the test into all databases that it can see, because any of them may be what a
     * failure is about. JUnit asks only afterwards whether the test is skipped. So a failure waits for {@link #start}, and so
     * do the rows that the method asks for. Does so once.
     */
    public synchronized void prepare() {
        if (prepared) {
            return;
        }
        prepared = true;
        try {
            seeds = SeedDeclarations.of(context.getRequiredTestClass(), context.getRequiredTestMethod());
            scope().visible().values().forEach(this::enter);
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
    }

    /** When it is certain that the test runs: puts in the rows that its method asks for. Does so once in each database. */
    public synchronized void start() {
        prepare();
        requirePrepared();
        boolean replaced = followHosts();
        if (!started || replaced) {
            started = true;
            TimeSpent.on(TestName.of(context), () -> {
                seeds.forEach(seed -> seed.putInto(enter(seed.choose(scope()))));
                return seeds;
            });
        }
    }

    /** Lets the test into the databases that hosts have made since, in the place of those that it was let into. */
    private boolean followHosts() {
        Map<ClassDatabase, SharedDatabase> gone = new LinkedHashMap<>(entered);
        gone.entrySet().removeIf(entry -> entry.getKey().isCurrent(entry.getValue(), context));
        gone.forEach((database, shared) -> {
            entered.remove(database);
            database.leave(shared);
            enter(database);
        });
        return !gone.isEmpty();
    }

    private void requirePrepared() {
        failure.ifPresent(waiting -> {
            throw waiting;
        });
    }

    /** A constructor that asks for a database finds the rows in it, unless its test may yet be skipped. */
    public synchronized TestDatabase database(ClassDatabase database) {
        if (!ExecutionConditions.mayDisable(context.getRequiredTestMethod())) {
            start();
        }
        requirePrepared();
        return enter(database);
    }

    private TestDatabase enter(ClassDatabase database) {
        if (!entered.containsKey(database)) {
            database.enter(scope(), context, resetFor(), shared -> entered.put(database, shared));
        }
        return Objects.requireNonNull(entered.get(database)).database();
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
    public synchronized void dynamicTestFailed(Throwable failure) {
        dynamicFailure = dynamicFailure.or(() -> Optional.of(failure).filter(TestFailure::isFailure));
    }

    @Override
    public synchronized void close() {
        try {
            leaks.ifPresent(watch -> watch.end(entered));
        } finally {
            explainAndLeave();
        }
    }

    private void explainAndLeave() {
        try {
            TestFailure.of(context).or(() -> dynamicFailure).ifPresent(this::explain);
        } finally {
            entered.forEach(ClassDatabase::leave);
        }
    }

    /** Right before the test's method: what is there is not the test's doing. */
    public synchronized void ready() {
        leaks = LeakReport.of(context, scope().settings())
                .flatMap(report -> resetFor().map(test -> new LeakWatch(report, test, scope())));
        leaks.ifPresent(watch -> watch.begin(entered));
    }

    private boolean isModule(String name) {
        return entered.values().stream()
                .map(SharedDatabase::database)
                .filter(database -> database.engine() == EngineKind.EMBEDDED)
                .anyMatch(database -> isModuleOf(database, name));
    }

    private static boolean isModuleOf(TestDatabase database, String name) {
        try (Connection connection = database.dataSource().getConnection()) {
            return H2RecordedObjects.haveModule(connection, name);
        } catch (SQLException e) {
            return false; // the test's failure matters more
        }
    }

    private void explain(Throwable failure) {
        entered.forEach((database, shared) -> database.keepAfter(failure, TestName.of(context), shared));
        OwnModuleNote.addTo(failure, this::isModule);
        if (scope().isSeeded() || !seeds.isEmpty()) {
            RandomSeedNote.addTo(failure, scope().settings());
        }
    }
}
