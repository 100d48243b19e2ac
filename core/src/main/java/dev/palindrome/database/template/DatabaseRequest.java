package dev.palindrome.database.template;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import java.util.function.Consumer;

/**
 * A database that shall have something in it.
 *
 * @param purpose what it is for
 * @param options what it is like
 * @param fill puts into it what it shall hold
 */
public record DatabaseRequest(String purpose, DatabaseOptions options, Consumer<Database> fill) {

    /** Makes it; where it cannot be filled, it is dropped again. */
    public Database make(Databases databases) {
        Database database = databases.create(purpose, options);
        try {
            fill.accept(database);
            return database;
        } catch (RuntimeException | Error e) {
            IncompleteDatabase.close(e, database);
            throw e;
        }
    }
}
