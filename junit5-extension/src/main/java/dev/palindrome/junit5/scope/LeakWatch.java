package dev.palindrome.junit5.scope;

import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.ResetReport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out what one test leaves behind: what is different after it, and was not before its method began. */
final class LeakWatch {

    private final LeakReport report;
    private final String test;
    private final ClassScope scope;
    private final Map<ClassDatabase, ResetReport> before = new HashMap<>();

    /**
     * Begins with nothing.
     *
     * @param report where to say it
     * @param test its name
     * @param scope of its class
     */
    LeakWatch(LeakReport report, String test, ClassScope scope) {
        this.report = report;
        this.test = test;
        this.scope = scope;
    }

    /** Takes note of the rows that {@code @Seed} and {@code @BeforeEach} have put in. */
    void begin(Map<ClassDatabase, SharedDatabase> databases) {
        databases.forEach((database, shared) -> {
            try {
                database.changes(scope, shared).ifPresent(changes -> before.put(database, changes));
            } catch (ResetException e) {
                // a transaction of @BeforeEach, perhaps over before the test is: asked again at its end
            }
        });
    }

    void end(Map<ClassDatabase, SharedDatabase> databases) {
        databases.forEach((database, shared) -> leak(database, shared).ifPresent(report::add));
    }

    private Optional<Leak> leak(ClassDatabase database, SharedDatabase shared) {
        try {
            Optional<ResetReport> earlier = Optional.ofNullable(before.get(database));
            return database.changes(scope, shared)
                    .filter(now -> earlier.filter(known -> isSame(known, now)).isEmpty())
                    .map(now -> Leak.of(test, now, earlier));
        } catch (ResetException e) {
            return Optional.of(Leak.of(test, e));
        }
    }

    private static boolean isSame(ResetReport one, ResetReport other) {
        return one.strategy() == other.strategy() && one.reason().equals(other.reason());
    }
}
