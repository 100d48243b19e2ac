package dev.palindrome.migration;

import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A Flyway Java migration that can also be undone: the counterpart of an undo script for migrations written in Java.
 *
 * <pre>{@code
 * public class V6__Hash_passwords extends BaseJavaMigration implements ReversibleMigration {
 *     public void migrate(Context context) throws Exception { … }
 *     public void undo(Context context) throws Exception { … }
 * }
 * }</pre>
 */
public interface ReversibleMigration extends JavaMigration {

    /**
     * Takes back what {@link #migrate} did. Runs in a transaction where {@link #canExecuteInTransaction} says so.
     *
     * @param context the connection to use; do not close it
     * @throws Exception if the undo fails; the history is left as it was
     */
    void undo(Context context) throws Exception;
}
