package dev.palindrome.migration;

import java.util.List;
import java.util.Optional;

/**
 * The migrations of one database, up and down.
 *
 * <p>Up is Flyway's own {@code migrate}. Down runs the undo scripts ({@code U3__add_comments.sql} beside
 * {@code V3__add_comments.sql}) through Flyway too, and then takes the version out of the history table, which says
 * afterwards what it said before that version was applied.
 *
 * <p>After a migration has failed where nothing could roll it back, nothing goes up or down any more: start from a fresh
 * database. Undos are committed one by one; where one of several fails, the message says how far they got.
 *
 * <p>Repeatable migrations are written against the newest schema: they run when no versioned migration is left pending.
 * After an undo they count as pending, so that {@link #up()} makes again what the undo had to drop of theirs.
 *
 * <p>Versions may be written with dots or underscores. Every method throws {@link MigrationException} where a migration
 * fails, where a version is unknown, or where the scripts contradict each other; where the request itself is wrong,
 * nothing has been changed.
 */
public interface Migrations {

    /**
     * Every migration found in the locations.
     *
     * @return versioned ones by version, then repeatable ones by description
     */
    List<Migration> all();

    /**
     * What {@link #up()} would apply.
     *
     * @return the pending migrations in the order in which they would run
     */
    List<Migration> pending();

    /**
     * What the history table says.
     *
     * @return its rows, oldest first; {@code toString()} of the list is a table
     */
    List<AppliedMigration> history();

    /**
     * Where Flyway keeps the history.
     *
     * @return schema and table, such as {@code dbo.flyway_schema_history}, whether or not it exists yet
     */
    String historyTable();

    /**
     * The version that the database is at.
     *
     * @return the highest version applied, failed ones left out, or empty before the first
     */
    Optional<Migration> current();

    /**
     * Applies everything that is pending. Flyway runs also where nothing is: it validates, and callbacks fire.
     *
     * @return what was applied, in that order; empty where nothing was pending
     */
    List<Migration> up();

    /**
     * Applies the next versioned migrations.
     *
     * @param count how many, at least 1 and at most as many as are pending
     * @return what was applied, in that order
     */
    List<Migration> up(int count);

    /**
     * Applies what is pending up to a version, leaving out baseline scripts above it.
     *
     * @param version the last version to apply; must exist and not lie below {@link #current}
     * @return what was applied, in that order; empty where the database is at that version
     */
    List<Migration> upTo(String version);

    /**
     * Undoes the migration that was applied last.
     *
     * @return that migration
     */
    List<Migration> down();

    /**
     * Undoes the migrations that were applied last.
     *
     * @param count how many, at least 1 and at most as many as are applied
     * @return what was undone, in that order
     */
    List<Migration> down(int count);

    /**
     * Undoes every version above one.
     *
     * @param version the version to be at afterwards; must exist and not lie above {@link #current}
     * @return what was undone, in that order; empty where the database is at that version
     */
    List<Migration> downTo(String version);

    /**
     * Undoes every version.
     *
     * @return what was undone, in that order; empty where nothing is applied
     */
    List<Migration> downToBase();

    /**
     * Notes in the history of a database that has tables and no history that it is at a version, without running
     * anything. Later versions are pending afterwards; earlier ones can be undone where they have undo scripts. A history
     * that says nothing of versions is begun anew.
     *
     * @param version the version that the tables are at: one that exists, or one below every script
     */
    void stamp(String version);

    /**
     * The SQL that {@link #up()} would run, statement by statement, placeholders filled in, a line {@code GO} after each,
     * a comment with its name before each migration, and schemas that are missing first. Nothing is executed: what Flyway would send is recorded in an empty
     * database made and dropped for that purpose. Java migrations are listed, not run.
     *
     * @return the text; empty where nothing is pending
     */
    String preview();
}
