package dev.palindrome.migration;

import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.migration.flyway.FlywayMigrations;
import java.util.List;
import java.util.Map;

/** {@link Migrations} for whoever looks at each step: the proof that they are reversible. */
public interface ObservedMigrations extends Migrations {

    /**
     * The migrations of a database.
     *
     * @param database the database to migrate
     * @param scratch makes empty databases on the same engine
     * @param settings locations and Flyway's own settings
     * @return its migrations; nothing is read or run yet
     */
    static ObservedMigrations of(Database database, Databases scratch, MigrationSettings settings) {
        return new FlywayMigrations(database, database.dataSource(), scratch, settings, StatementListener.NONE);
    }

    /**
     * The migrations of a database that nobody else uses: they leave their connections to whoever comes next.
     *
     * @param database the database to migrate
     * @param scratch makes empty databases on the same engine
     * @param settings locations and Flyway's own settings
     * @param listener is told what their statements change
     * @return its migrations; nothing is read or run yet
     */
    static ObservedMigrations alone(
            Database database, Databases scratch, MigrationSettings settings, StatementListener listener) {
        return new FlywayMigrations(database, database.reusingDataSource(), scratch, settings, listener);
    }

    /**
     * Notes in the history of a database that has just been made which version it begins with. Does nothing where it begins
     * with nothing, or with a history.
     *
     * @throws MigrationException if nobody says which version that is, or if it cannot be
     */
    void begin();

    /**
     * The tables that are not the migrations' own: the history, and those that help while something runs.
     *
     * @return schema and name of each, whether or not it exists
     */
    List<String> helperTables();

    /**
     * The versioned migrations with their undos.
     *
     * @return by version
     */
    List<VersionedMigration> versioned();

    /**
     * The baseline scripts, with one of which an empty database begins.
     *
     * @return by version; nothing undoes them
     */
    List<VersionedMigration> baselines();

    /**
     * The repeatable migrations that are pending, as far as the engine can take them.
     *
     * @return in the order in which they would run
     */
    List<RepeatableMigration> repeatables();

    /**
     * The callbacks that going up may run.
     *
     * @return scripts, and classes that the settings name
     */
    List<MigrationCallback> callbacks();

    /**
     * Where the scripts and Java migrations were found.
     *
     * @return URLs of files, in folders or in jars, by path below the location or name of the class
     */
    Map<String, String> sources();

    /**
     * Applies some of the pending migrations. A baseline script is passed over unless it is chosen.
     *
     * @param chosen which, in the order of {@link #pending}
     * @param observer sees each
     * @throws MigrationException if one fails; those before it have been seen
     */
    void up(List<Migration> chosen, MigrationObserver observer);

    /**
     * Begins to undo from where the database is now.
     *
     * @return reads the history once, now
     */
    UndoSession undoSession();

    /**
     * Runs a repeatable migration that is up to date once more.
     *
     * @param migration a repeatable one
     * @throws MigrationException if it fails
     */
    void again(Migration migration);
}
