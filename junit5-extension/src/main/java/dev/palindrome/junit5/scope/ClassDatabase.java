package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.DatabaseHost;
import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.ResetMode;
import dev.palindrome.junit5.declaration.KeepPolicy;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.report.TestData.Origin;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.text.VisibleLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The database of a class under one name, from the first that asks for it to the end of the class. Behind it is one
 * database after another, where a failed test's is kept and cannot be used again.
 */
public final class ClassDatabase implements StoredResource {

    private static final VisibleLog LOG = VisibleLog.of(MigratedDatabase.class);

    private static final Path KEPT = Path.of("target", "palindrome", "kept");

    private final DatabaseBlueprint blueprint;
    private final KeepPolicy policy;
    private final List<SeedDeclaration> seeds = new ArrayList<>();
    private final Map<HostedDatabase, SharedDatabase> hosted = new ConcurrentHashMap<>();
    private volatile Optional<SharedDatabase> current = Optional.empty();
    private volatile boolean closed;

    ClassDatabase(DatabaseBlueprint blueprint, KeepPolicy policy) {
        this.blueprint = blueprint;
        this.policy = policy;
    }

    /** With what a host has filled in, which knows that when it has made the database. */
    DatabaseBlueprint blueprint(ExtensionContext context) {
        return host(context)
                .map(host -> blueprint.with(host.database(context, name()).request()))
                .orElse(blueprint);
    }

    /** Whether the class asks for a round trip before its first test. */
    boolean isProven() {
        return blueprint.declaration().annotation().roundTrip();
    }

    /** Adds to what every database of this class begins with. For the time before the first of them is made. */
    synchronized void beginWith(SeedDeclaration seed) {
        seeds.add(seed);
    }

    /** Puts in what else every database of this class begins with. */
    void seed(TestDatabase database) {
        seeds.forEach(seed -> seed.putInto(database));
    }

    /**
     * The database as it is now, made if need be. While a seeder works on it, others are let in: the seeder may go through
     * the application.
     */
    public TestDatabase database(ExtensionContext context) {
        Optional<SharedDatabase> known =
                closed ? Optional.empty() : hosted(context).or(() -> current);
        return known.orElseGet(() -> made(context)).database();
    }

    private synchronized SharedDatabase made(ExtensionContext context) {
        return shared(context);
    }

    /** What a parameter without an annotation is given, where the host has something better than connections of ours. */
    public Optional<DataSource> dataSourceOfHost(ExtensionContext context) {
        return host(context).flatMap(host -> host.dataSource(context, name()));
    }

    boolean isHosted(ExtensionContext context) {
        return host(context).isPresent();
    }

    /** Before the {@code @BeforeAll} methods of a class that shares this database. Does nothing the second time. */
    synchronized void beginClass(ClassScope scope, ExtensionContext context) {
        shared(context).resets().beginClass(scope);
    }

    /** After the last test of a class that shared this database. */
    synchronized void endClass(ClassScope scope) {
        all().forEach(shared -> shared.resets().endClass(scope));
    }

    /** The scope around this one, where it has the same database. */
    Optional<ClassScope> around(ClassScope scope) {
        return scope.outer().filter(outer -> outer.visible().containsValue(this));
    }

    /**
     * Lets a test in, who must leave through {@link #leave}.
     *
     * @param test whom the database is reset for; nobody where that is not needed
     * @param entered is told before the reset, so that a database that cannot be reset is left, and kept, like any other
     */
    synchronized void enter(
            ClassScope scope, ExtensionContext context, Optional<String> test, Consumer<SharedDatabase> entered) {
        SharedDatabase shared = shared(context);
        shared.enter();
        entered.accept(shared);
        test.ifPresent(name -> shared.resets().beginTest(scope, name));
    }

    /** Whether a host has made no other database since. */
    boolean isCurrent(SharedDatabase shared, ExtensionContext context) {
        return hosted(context).map(now -> now == shared).orElse(true);
    }

    /** What a test has left that the next reset would have to undo. */
    synchronized Optional<ResetReport> changes(ClassScope scope, SharedDatabase shared) {
        return shared.resets().changes(scope);
    }

    synchronized void leave(SharedDatabase shared) {
        shared.leave();
    }

    /** Keeps what the class's constructor, or a method that is no test's, has left behind when it failed. */
    synchronized void keepAfter(Throwable failure, String failed) {
        all().forEach(shared -> keepAfter(failure, failed, shared));
    }

    /**
     * Keeps what a failed test has left behind.
     *
     * @param failed its name
     */
    synchronized void keepAfter(Throwable failure, String failed, SharedDatabase shared) {
        if (!policy.onFailure()) {
            return;
        }
        try {
            failure.addSuppressed(new KeptDatabaseNote(blueprint, keep(shared, Optional.of(failed))));
            if (shared.goesOn()) {
                return;
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        current = current.filter(other -> other != shared);
        shared.retire();
    }

    @Override
    public synchronized void close() {
        closed = true;
        List<SharedDatabase> last = all();
        current = Optional.empty();
        hosted.clear();
        last.forEach(this::finish);
    }

    private void finish(SharedDatabase last) {
        try (last) {
            if (policy.atTheEnd()) {
                keep(last, Optional.empty());
            }
        }
    }

    private Path keep(SharedDatabase shared, Optional<String> failed) {
        Path note = shared.keep(KEPT, failed);
        String why = failed.map(test -> ", because " + test + " failed").orElse("");
        LOG.warn("The database of {} is kept{}: {} says how to open it.", blueprint, why, note);
        return note;
    }

    private SharedDatabase start() {
        long begun = System.nanoTime();
        TestDatabase database = started();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Origin origin = database.isCloned() ? Origin.CLONED : Origin.MADE;
        log().ifPresent(known -> known.started(blueprint.testClass(), database, origin, took));
        return new SharedDatabase(database, new DatabaseResets(this, database, mode(), Optional.empty(), log()));
    }

    /** A failure names what asked for it: rows are asked for by {@code @Seed}. */
    private TestDatabase started() {
        try {
            return TimeSpent.on(blueprint.toString(), () -> blueprint.start(plan()));
        } catch (SeedException e) {
            String all =
                    seeds.stream().map(SeedDeclaration::toString).distinct().collect(Collectors.joining(", "));
            return FailureOrigin.naming(all, () -> {
                throw e;
            });
        } catch (PalindromeException e) {
            return FailureOrigin.naming("@MigratedDatabase on " + blueprint, () -> {
                throw e;
            });
        }
    }

    private SeedPlan plan() {
        return seeds.stream().map(SeedDeclaration::plan).reduce(SeedPlan.empty(), SeedPlan::and);
    }

    private SharedDatabase shared(ExtensionContext context) {
        if (closed) {
            throw new PalindromeException("The database of " + blueprint + " was dropped when the class ended."
                    + " Do not use what it was handed beyond that.");
        }
        return hosted(context).orElseGet(() -> {
            SharedDatabase shared = current.orElseGet(this::start);
            current = Optional.of(shared);
            return shared;
        });
    }

    /** Asked each time: the host may have let go of the one before. */
    private Optional<SharedDatabase> hosted(ExtensionContext context) {
        return host(context)
                .map(host -> host.database(context, name()))
                .map(database -> hosted.computeIfAbsent(database, this::shared));
    }

    private static Optional<DatabaseHost> host(ExtensionContext context) {
        return DatabaseHosts.of(context.getRequiredTestClass());
    }

    private SharedDatabase shared(HostedDatabase host) {
        TestDatabase database = host.database();
        return new SharedDatabase(database, new DatabaseResets(this, database, mode(), Optional.of(host), log()));
    }

    private List<SharedDatabase> all() {
        return Stream.concat(current.stream(), hosted.values().stream()).toList();
    }

    private Optional<TestDataLog> log() {
        return TestDataLog.of(blueprint.settings());
    }

    private String name() {
        return blueprint.declaration().name();
    }

    private ResetMode mode() {
        return blueprint.declaration().annotation().reset();
    }
}
