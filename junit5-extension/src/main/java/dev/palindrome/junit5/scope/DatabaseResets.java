package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.junit5.ResetMode;
import dev.palindrome.junit5.declaration.ClassName;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.report.TestData.Origin;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.ResetReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings one database back to what the tests of each class begin with: of the class that it belongs to, and of the nested
 * classes that share it. Guarded by its {@link ClassDatabase}. The snapshots go with the database.
 */
final class DatabaseResets {

    private final ClassDatabase owner;
    private final TestDatabase database;
    private final ResetMode mode;
    private final Optional<HostedDatabase> host;
    private final Map<ClassScope, StartingState> states = new LinkedHashMap<>();
    private final Optional<TestDataLog> log;
    private Optional<String> lastTest = Optional.empty();

    /**
     * Begins with nothing.
     *
     * @param host whose database it is, where it outlives the class
     * @param log is told of each reset, where somebody wants to know
     */
    DatabaseResets(
            ClassDatabase owner,
            TestDatabase database,
            ResetMode mode,
            Optional<HostedDatabase> host,
            Optional<TestDataLog> log) {
        this.owner = owner;
        this.database = database;
        this.mode = mode;
        this.host = host;
        this.log = log;
    }

    boolean isBeforeEach() {
        return mode == ResetMode.BEFORE_EACH;
    }

    /** Whether the database outlives the class, and somebody else drops it. */
    boolean isHosted() {
        return host.isPresent();
    }

    /** Before the {@code @BeforeAll} methods of a class. Does nothing the second time. */
    void beginClass(ClassScope scope) {
        naming(ClassName.of(scope.testClass()), () -> state(scope));
    }

    /** Before a test. */
    void beginTest(ClassScope scope, String test) {
        naming(test, () -> {
            StartingState state = state(scope);
            if (isBeforeEach()) {
                state.reset().ifPresent(report -> log.ifPresent(known -> known.reset(test, lastTest, report)));
            } else if (mode == ResetMode.BEFORE_ALL && scope.hasNestedClasses()) {
                state.remember();
            }
        });
        lastTest = Optional.of(test);
    }

    /** What the tests of a class have left. */
    Optional<ResetReport> changes(ClassScope scope) {
        return isBeforeEach()
                ? Optional.ofNullable(states.get(scope)).flatMap(StartingState::changes)
                : Optional.empty();
    }

    /** After the last test of a nested class. */
    void endClass(ClassScope scope) {
        Optional.ofNullable(states.remove(scope)).ifPresent(StartingState::close);
    }

    /** After the last test of the class that has the database for now. */
    void end() {
        states.values().forEach(StartingState::close);
        states.clear();
    }

    private StartingState state(ClassScope scope) {
        StartingState known = states.get(scope);
        if (known != null) {
            return known;
        }
        long begun = System.nanoTime();
        Optional<ClassScope> around = owner.around(scope);
        StartingState state =
                new StartingState(database, around.map(this::cleared).or(() -> host.map(this::cleared)));
        if (around.isEmpty() && isHosted()) {
            owner.seed(database);
        }
        scope.seed(owner, database);
        states.put(scope, state);
        if (around.isPresent() || isHosted()) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            log.ifPresent(told -> told.started(scope.testClass(), database, Origin.SHARED, took));
        }
        return state;
    }

    /** What every class begins with, whatever an earlier one has left. */
    private StartingState cleared(HostedDatabase hosted) {
        StartingState state = StartingState.lent(database, hosted.beginning());
        state.reset();
        return state;
    }

    /** What the outer class's tests begin with, and nothing else in the database. */
    private StartingState cleared(ClassScope outer) {
        StartingState state = state(outer);
        if (mode != ResetMode.NEVER) {
            state.reset();
        }
        return state;
    }

    private void naming(String next, Runnable reset) {
        try {
            TimeSpent.on(next, () -> {
                reset.run();
                return next;
            });
        } catch (OpenTransactionException e) {
            throw new PalindromeException(
                    "%s cannot begin: %s left a transaction open. %s"
                            .formatted(next, lastTest.orElse("what came before the first test"), e.getMessage()),
                    e);
        } catch (ResetException e) {
            throw new PalindromeException(
                    "%s cannot begin%s: %s"
                            .formatted(
                                    next, lastTest.map(test -> " after " + test).orElse(""), e.getMessage()),
                    e);
        }
    }
}
