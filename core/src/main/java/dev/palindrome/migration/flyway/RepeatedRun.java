package dev.palindrome.migration.flyway;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.history.HistoryTable;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Runs a repeatable migration although nothing about it has changed, beside a throw-away history table. */
record RepeatedRun(LoadedMigrations migrations, DataSource dataSource) {

    /** The table that Flyway notes the repetition in, for as long as it runs. */
    static final String HISTORY = "palindrome_again";

    void execute(Migration migration) {
        HistoryTable throwAway = migrations.history().beside(HISTORY);
        List<ScriptResource> script = migrations.catalog().file(migration.script()).stream()
                .flatMap(file -> Stream.of(migrations.runs().resource(file, file.filename())))
                .toList();
        List<JavaMigration> java = migrations.catalog().javaMigrations().stream()
                .filter(candidate -> candidate.getClass().getName().equals(migration.script()))
                .toList();
        RunProgress progress = new RunProgress(RunProgress.UNOBSERVED, false, SessionUse.NONE);
        try {
            FluentConfiguration flyway = migrations
                    .runs()
                    .apart(dataSource, script, java, throwAway.name())
                    .callbacks(progress.callbacks());
            TurnedDownLog.in(() -> flyway.load().migrate());
        } catch (FlywayException e) {
            throw migrations
                    .errors()
                    .failed("Running " + migration + " a second time", migration.script(), progress.inTransaction(), e);
        } finally {
            throwAway.dropQuietly(dataSource);
        }
    }
}
