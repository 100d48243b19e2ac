package dev.palindrome.seed;

import dev.palindrome.progress.LongStep;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.seed.run.SeedFingerprint;
import dev.palindrome.seed.run.SeedRun;
import dev.palindrome.seed.run.SeedStep;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;

/** Puts the rows of a plan into a database, and tells the rows of one plan from those of another. */
public final class Seeding {

    private static final VisibleLog LOG = VisibleLog.of(Seeding.class);

    private final DataSource dataSource;
    private final TableName historyTable;
    private final Settings settings;

    private Seeding(DataSource dataSource, TableName historyTable, Settings settings) {
        this.dataSource = dataSource;
        this.historyTable = historyTable;
        this.settings = settings;
    }

    /**
     * Says where.
     *
     * @param dataSource the database
     * @param historyTable Flyway's, which is left alone
     * @param settings where {@code palindrome.random-seed} is looked up
     * @return can run plans
     */
    public static Seeding of(DataSource dataSource, TableName historyTable, Settings settings) {
        return new Seeding(dataSource, historyTable, settings);
    }

    /**
     * What tells a plan's rows from those of others in the same JVM: a SHA-256 of script texts, data files, fills, seeders'
     * classes, and the random seed.
     *
     * @param plan what is seeded
     * @param settings where {@code palindrome.random-seed} is looked up
     * @return missing where that cannot be told, because a seeder is a lambda, an anonymous class, or has fields
     */
    public static Optional<String> fingerprint(SeedPlan plan, Settings settings) {
        return SeedFingerprint.of(plan.steps(), RandomSeed.of(settings));
    }

    /**
     * Whether the {@link #fingerprint} holds in other JVMs, too. Where seeders run it does not: they may read files, or
     * anything else that has changed in the meantime.
     *
     * @param plan what is seeded
     * @return false for a plan with seeders
     */
    public static boolean isTheSameInEveryRun(SeedPlan plan) {
        return plan.steps().stream().noneMatch(SeedStep.Code.class::isInstance);
    }

    /**
     * Puts rows in within a running transaction, on its connection: it is not ended, nor is the connection closed.
     *
     * @param connection of the transaction
     * @param watch of the schema, which has found out what the database lets be read
     * @param current the schema as it is now
     * @param randomSeed the number that generated rows follow from
     * @param named the class that a failure names
     * @param seeder puts the rows in
     * @return whether the seeder wanted anything
     * @throws SeedException if it fails
     */
    public static boolean within(
            Connection connection,
            SchemaWatch watch,
            SchemaSnapshot current,
            long randomSeed,
            Class<?> named,
            Seeder seeder) {
        return SeedRun.within(connection, watch, current, randomSeed, named, seeder);
    }

    /**
     * Puts the rows in, step by step. What a step that fails has begun is undone; the steps before it stay.
     *
     * @param plan what
     * @throws SeedException if a step fails
     */
    public void run(SeedPlan plan) {
        if (plan.isEmpty()) {
            return;
        }
        SeedRun run = new SeedRun(dataSource, historyTable, RandomSeed.of(settings));
        TimeSpent.ofThisJvm().measure(TimeSpent.Kind.SEED, "", () -> {
            plan.steps()
                    .forEach(step -> LongStep.during(LOG, step.toString(), progress -> {
                        run.step(step);
                        return step;
                    }));
            return plan;
        });
    }
}
