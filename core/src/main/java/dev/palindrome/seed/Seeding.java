package dev.palindrome.seed;

import dev.palindrome.seed.run.SeedRun;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import javax.sql.DataSource;

/** Puts the rows of a plan into a database. Internal to Palindrome. */
public final class Seeding {

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
     * Makes rows for a table whose parents hold rows, and does nothing with them: for whoever measures how long that takes.
     *
     * @param table the table
     * @param rows how many
     * @return how many were made
     * @throws SeedException if they cannot be made
     */
    public long generate(String table, int rows) {
        return new SeedRun(dataSource, historyTable, RandomSeed.of(settings)).generate(new TableFill(table, rows));
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
        long seed = plan.randomSeed().orElseGet(() -> RandomSeed.of(settings));
        SeedRun run = new SeedRun(dataSource, historyTable, seed);
        plan.steps().forEach(run::step);
    }
}
