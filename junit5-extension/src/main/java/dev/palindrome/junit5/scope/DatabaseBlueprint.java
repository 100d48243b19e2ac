package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.declaration.ClassName;
import dev.palindrome.junit5.declaration.CountedNoun;
import dev.palindrome.junit5.declaration.DatabaseDeclaration;
import dev.palindrome.report.FailedMigrations;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.settings.Settings;
import dev.palindrome.text.VisibleLog;
import java.time.Duration;

/**
 * How to make the database of a class, as often as it takes.
 *
 * @param declaration what the annotation says
 * @param request what the database is to be like: what the annotation says of it, and what a host has filled in
 * @param testClass whose database it is: the class that carries the annotation, or one that inherits it
 * @param settings what says the rest
 */
public record DatabaseBlueprint(
        DatabaseDeclaration declaration, DatabaseRequest request, Class<?> testClass, Settings settings) {

    private static final VisibleLog LOG = VisibleLog.of(MigratedDatabase.class);

    static DatabaseBlueprint of(DatabaseDeclaration declaration, Class<?> testClass, Settings settings) {
        return new DatabaseBlueprint(declaration, declaration.request(), testClass, settings);
    }

    /** The same class's, after more is known of what it asks for. */
    DatabaseBlueprint with(DatabaseRequest more) {
        return new DatabaseBlueprint(declaration, more, testClass, settings);
    }

    /** @param seeds the rows that the database begins with */
    TestDatabase start(SeedPlan seeds) {
        long begin = System.nanoTime();
        TestDatabase database =
                FailedMigrations.shown(settings, () -> builder().seed(seeds).start());
        log(database, Duration.ofNanos(System.nanoTime() - begin));
        return database;
    }

    /** Sends the migrations up, down and up again, in databases of their own. */
    RoundTripReport verify(RoundTripOptions wanted) {
        return builder().withoutReports().verifyRoundTrips(wanted);
    }

    private TestDatabase.Builder builder() {
        return request.builder(purpose(), settings);
    }

    private String purpose() {
        return ClassName.of(testClass) + "_" + declaration.name();
    }

    /** Counting the migrations may ask the database, which is not done for a line that nobody sees. */
    private void log(TestDatabase database, Duration took) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} has {}, {} applied, made in {} ms.",
                    this,
                    database,
                    CountedNoun.of(database.migrationsAppliedAtStart(), "migration"),
                    took.toMillis());
        }
    }

    @Override
    public String toString() {
        String name = declaration.name();
        return ClassName.of(testClass) + (name.isEmpty() ? "" : " (\"" + name + "\")");
    }
}
