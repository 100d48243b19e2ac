package dev.palindrome.database.h2;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.template.IncompleteDatabase;
import dev.palindrome.h2.H2Dump;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A database with nothing in it but what Palindrome puts into every one, made ahead for a clone that is not yet known.
 *
 * @param database where text is told apart by case
 * @param content what is in it
 */
record H2EmptyDatabase(H2Database database, H2Dump content) {

    private static final PreparedClone<H2EmptyDatabase> PREPARED = new PreparedClone<>();

    /** Sees to it that there will be one. */
    static void makeAhead() {
        PREPARED.make(H2EmptyDatabase::make);
    }

    static H2EmptyDatabase make() {
        H2Behaviour behaviour = new H2Behaviour(false);
        H2Database database = H2Databases.make("clone", behaviour, behaviour, H2Databases::prepare);
        try (Connection connection = database.dataSource().getConnection()) {
            return new H2EmptyDatabase(database, H2Dump.withoutRows(connection));
        } catch (SQLException e) {
            IncompleteDatabase.close(e, database);
            throw new DatabaseException("A database cannot be made ahead: " + e.getMessage(), e);
        }
    }

    static Optional<H2EmptyDatabase> take() {
        return PREPARED.takeIfMade();
    }
}
