package dev.palindrome.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** {@link Descent} on undo scripts that Flyway runs. */
record FlywayDescent(LoadedMigrations migrations, DataSource dataSource, UndoPlan plan) implements Descent {

    @Override
    public void undo(List<Migration> chosen, StepObserver observer) {
        new UndoRun(migrations, dataSource, plan, plan.these(chosen), observer).execute();
    }

    @Override
    public void forget(Collection<Migration> forgotten) {
        if (forgotten.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            for (Migration migration : forgotten) {
                plan.correction(migration).make(migrations.history(), connection);
            }
        } catch (SQLException e) {
            throw new MigrationException("Cannot correct " + migrations.history() + ": " + e.getMessage(), e);
        }
    }
}
