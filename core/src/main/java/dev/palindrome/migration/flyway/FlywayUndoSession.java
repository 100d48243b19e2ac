package dev.palindrome.migration.flyway;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.UndoSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** {@link UndoSession} on undo scripts that Flyway runs. */
record FlywayUndoSession(LoadedMigrations migrations, DataSource dataSource, UndoPlan plan) implements UndoSession {

    /**
     * So many undos in one run of Flyway: before each step it goes through everything that the run holds, or at least locks
     * every row of its history, and making another run costs as much as some of these steps.
     */
    private static final int IN_ONE_RUN = 50;

    @Override
    public void undo(List<Migration> chosen, MigrationObserver observer) {
        List<UndoStep> steps = plan.these(chosen);
        for (int from = 0; from < steps.size(); from += IN_ONE_RUN) {
            List<UndoStep> part = steps.subList(from, Math.min(from + IN_ONE_RUN, steps.size()));
            new UndoRun(migrations, dataSource, plan, part, observer)
                    .after(steps.subList(0, from))
                    .execute();
        }
    }

    @Override
    public void forget(Collection<Migration> forgotten) {
        if (forgotten.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            for (Migration migration : forgotten) {
                plan.correction(migration).makeUnlessMade(migrations.history(), connection);
            }
        } catch (SQLException e) {
            throw new MigrationException("Cannot correct " + migrations.history() + ": " + e.getMessage(), e);
        }
    }
}
